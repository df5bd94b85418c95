"""Your descent moves `x0`

`x0.detach()` is a new tensor, but its numbers lie where those of `x0` lie. Your steps write to it in place, so after
the call the caller's start has walked down to the minimum.

What you are going to write to has to be a copy. Which operation makes one?
"""

import torch


def minimize(f, x0, lr, steps):
    x = x0.detach().requires_grad_()
    points = [x.detach().clone()]
    for _ in range(steps):
        x.grad = None
        f(x).backward()
        with torch.no_grad():
            x -= lr * x.grad
        points.append(x.detach().clone())
    return x.detach().clone(), points
