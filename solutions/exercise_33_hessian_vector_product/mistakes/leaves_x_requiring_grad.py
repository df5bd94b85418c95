"""The caller's `x` requires grad afterwards

`requires_grad_()` changes the tensor that it is called on. From now on everything that the caller computes from `x` is
recorded, and nobody there knows why.

You need a leaf with these values. It may be your own.
"""

import torch


def hvp(f, x, v):
    x.requires_grad_()
    (gradient,) = torch.autograd.grad(f(x), x, create_graph=True)
    (product,) = torch.autograd.grad(gradient, x, v)
    return product
