"""Your backward returns None

A returned None means "no gradient for this input", and so does a function without a `return`. Autograd takes it at its word: nothing flows on to `x`,
and nothing is added to its `.grad`. No error tells you, unless somebody asks for that gradient by name.

What `backward` computes counts only if it is returned, one gradient for each input of `forward`.
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
        grad = upstream * (x > 0)
