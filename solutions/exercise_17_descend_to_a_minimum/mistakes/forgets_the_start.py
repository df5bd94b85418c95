"""Your list does not have the start in it

You keep the point after each step, so `steps` points. The walk, however, begins at `x0`: between `n + 1` points there
are `n` steps.

With one step, how many points are there to be drawn?
"""

import torch


def minimize(f, x0, lr, steps):
    x = x0.clone().requires_grad_()
    points = []
    for _ in range(steps):
        x.grad = None
        f(x).backward()
        with torch.no_grad():
            x -= lr * x.grad
        points.append(x.detach().clone())
    return x.detach(), points
