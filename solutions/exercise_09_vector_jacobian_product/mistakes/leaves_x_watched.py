"""Your `x` requires grad afterwards

No gradient is left in it, and the result is right. But the caller gave you a plain tensor, and gets back one that
autograd watches: all that is computed from it is recorded, costs memory, and can no longer be turned into an array
just so.

Either undo it, or let somebody else be watched: a tensor of your own with the same values.
"""

import torch


def vjp(f, x, v):
    x.requires_grad_()
    (product,) = torch.autograd.grad(f(x), x, v)
    return product
