"""Your function works only for an `x` that requires grad

If the caller's tensor does not require grad, nothing that `f` computes from it is recorded, and already the first pass
finds no graph.

Whether `x` requires grad is the caller's affair. What your function needs, it can provide by itself.
"""

import torch


def hvp(f, x, v):
    (gradient,) = torch.autograd.grad(f(x), x, create_graph=True)
    (product,) = torch.autograd.grad(gradient, x, v)
    return product
