"""Only the gradient of the sum is checked

You reduce the result to a number by `sum()` and check the gradient of that. But then the upstream gradient is one
everywhere, and a backward that is right for ones alone passes: one that does not even look at the upstream gradient,
or that mixes up which entry of the result it belongs to.

The Jacobian has one row for each entry of the result. Their sum is a single row, in which errors can hide.
"""

import torch


def gradient_is_right(fn, inputs):
    own = tuple(x.detach().to(torch.float64, copy=True).requires_grad_() for x in inputs)
    try:
        return torch.autograd.gradcheck(lambda *xs: fn(*xs).sum(), own)
    except RuntimeError:
        return False
