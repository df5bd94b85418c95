"""Your steps go uphill

The gradient points to where `f` grows, and you add it. You walk away from the minimum, faster the steeper it gets.

Downhill is where the gradient does not point.
"""

import torch


def minimize(f, x0, lr, steps):
    x = x0.clone().requires_grad_()
    points = [x0.clone()]
    for _ in range(steps):
        x.grad = None
        f(x).backward()
        with torch.no_grad():
            x += lr * x.grad
        points.append(x.detach().clone())
    return x.detach(), points
