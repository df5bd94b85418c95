"""The upstream gradient is clamped to between -1 and 1

Your clipping looks at the wrong tensor. It makes large *gradients* smaller, and lets all pass that are small,
wherever `x` is. What was asked for depends on `x`: inside of its limits the gradient passes whole, however large,
outside nothing passes.
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
        return upstream.clamp(-1, 1)


def clipped_ste_sign(x):
    return Sign.apply(x)
