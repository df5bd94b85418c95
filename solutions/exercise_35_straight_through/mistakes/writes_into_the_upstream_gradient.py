"""Your backward writes zeros into the upstream gradient

The numbers that you return are right, but they are written into the tensor that you were handed. Another node may
have been handed the same one, and finds your zeros in it; and for a sum, all its elements share one place in memory.

Read it, and answer with a tensor of your own.
"""

import torch


def ste_round(x):
    return x + (x.round() - x).detach()


class Sign(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return torch.sign(x)

    @staticmethod
    def backward(ctx, upstream):
        (x,) = ctx.saved_tensors
        upstream[x.abs() > 1] = 0
        return upstream


def clipped_ste_sign(x):
    return Sign.apply(x)
