"""Your gradients are never cleared, so every step repeats all earlier ones

The first step is right. `backward()` then adds to what is in `x.grad`, so the second step is taken with the sum of two
gradients, the third with the sum of three. The walk overshoots and swings, like a ball without friction.

What does `x.grad` hold at the top of each round?
"""

import torch


def minimize(f, x0, lr, steps):
    x = x0.clone().requires_grad_()
    points = [x0.clone()]
    for _ in range(steps):
        f(x).backward()
        with torch.no_grad():
            x -= lr * x.grad
        points.append(x.detach().clone())
    return x.detach(), points
