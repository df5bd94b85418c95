"""All your steps have the same length

You divide the gradient by its length, so only its direction is left. Near the minimum, where steps should get shorter
by themselves, yours jump back and forth across it; and where the gradient is zero, zero is divided by zero.

In gradient descent, the length of the gradient is part of the step.
"""

import torch


def minimize(f, x0, lr, steps):
    x = x0.clone().requires_grad_()
    points = [x0.clone()]
    for _ in range(steps):
        x.grad = None
        f(x).backward()
        with torch.no_grad():
            x -= lr * x.grad / x.grad.norm()
        points.append(x.detach().clone())
    return x.detach(), points
