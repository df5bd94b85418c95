"""The gradient of the rounding is all ones

The identity as a gradient does not mean the number 1. It means that what comes in goes out. Your backward forgets
what comes in, the upstream gradient, and with it all that is computed after the rounding.

For a sum, the upstream gradient *is* all ones, and the two cannot be told apart.
"""

import torch


class Round(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return torch.round(x)

    @staticmethod
    def backward(ctx, upstream):
        (x,) = ctx.saved_tensors
        return torch.ones_like(upstream)


def ste_round(x):
    return Round.apply(x)


def clipped_ste_sign(x):
    clamped = x.clamp(-1, 1)
    return clamped + (x.sign() - clamped).detach()
