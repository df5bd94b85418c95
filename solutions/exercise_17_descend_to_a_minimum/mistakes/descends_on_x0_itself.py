"""Your descent takes the caller's `x0` for its own leaf

`requires_grad_()` ends in an underscore: it changes the tensor that it is called on and returns that same tensor. So
there is one tensor with two names. After the call `x0` requires grad, holds a gradient, and has moved to where the walk
ended.

What you were given is to be read. The leaf that moves should be yours.
"""

import torch


def minimize(f, x0, lr, steps):
    x = x0.requires_grad_()
    points = [x.detach().clone()]
    for _ in range(steps):
        x.grad = None
        f(x).backward()
        with torch.no_grad():
            x -= lr * x.grad
        points.append(x.detach().clone())
    return x.detach().clone(), points
