"""After your function `x0` requires grad

You do not move `x0`, but you switch something on in it: `requires_grad_()` changes the tensor that it is called on.
From then on everything that the caller computes from `x0` is recorded.

The trailing underscore says that a method acts on the tensor itself. That is fine on a tensor of your own.
"""

import torch


def minimize(f, x0, lr, steps):
    x = x0.requires_grad_()
    points = [x.detach().clone()]
    for _ in range(steps):
        (gradient,) = torch.autograd.grad(f(x), x)
        x = (x - lr * gradient).detach().requires_grad_()
        points.append(x.detach().clone())
    return x.detach().clone(), points
