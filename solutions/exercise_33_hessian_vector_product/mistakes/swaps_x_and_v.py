"""The Hessian is taken at `v` and multiplied by `x`

Two vectors of the same shape go into this function, and they have different parts. `x` is the point where the second
derivatives are taken. `v` is the direction, and nothing is ever computed *at* `v`.

A quadratic function would show you only half of this: its Hessian is the same everywhere.
"""

import torch


def hvp(f, x, v):
    leaf = v.detach().requires_grad_()
    (gradient,) = torch.autograd.grad(f(leaf), leaf, create_graph=True)
    (product,) = torch.autograd.grad(gradient, leaf, x.detach())
    return product
