"""Your backward returns more gradients than `forward` has inputs

`backward` returns one gradient for each input of `forward` apart from `ctx`, in the same order. Your `forward` takes one tensor, your
`backward` returns two, and torch cannot tell where the second belongs.

The signatures mirror each other: what `forward` takes in, `backward` gives back gradients for; what `forward` returns, `backward` takes in gradients of.
"""

import torch


class MyReLU(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x.clamp(min=0)

    @staticmethod
    def backward(ctx, upstream):
        (x,) = ctx.saved_tensors
        mask = (x > 0).to(x.dtype)
        return upstream * mask, mask
