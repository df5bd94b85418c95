"""The inputs are moved, and stay moved

For the differences you write `x + eps` into the caller's tensor, and afterwards something else than the old number is
there: a step up and a step down do not cancel to the last digit, and one that was not taken back does not cancel at
all.

Either put back the very number that was there, or move a copy.
"""

import torch


def gradient_is_right(fn, inputs, eps=1e-4):
    own = tuple(x.detach().to(torch.float64, copy=True).requires_grad_() for x in inputs)
    for x in inputs:
        x.detach().add_(eps)
    try:
        return torch.autograd.gradcheck(fn, own)
    except RuntimeError:
        return False
