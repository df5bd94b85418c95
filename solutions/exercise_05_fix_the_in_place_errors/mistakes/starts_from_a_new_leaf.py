"""`shifted_square` differentiates with respect to another tensor than `x`

`x.detach().clone().requires_grad_()` copies the values of `x` into a new leaf. Everything after it is recorded, and the result requires grad,
so all looks well. But the graph begins at that new leaf: gradients arrive there, at a tensor that is forgotten when the function returns,
and never at the caller's `x`.

A copy can be part of the graph, or be off it. Ask of each step whether the way from the result back to `x` still goes through it.
"""

import torch


def doubled_sigmoid(x):
    return 2 * torch.sigmoid(x)


def shifted_square(x):
    z = x.clone().detach().requires_grad_()
    z = z + 1
    return (z**2).sum()


def centred_rows(x):
    return x - x.mean(dim=1, keepdim=True)
