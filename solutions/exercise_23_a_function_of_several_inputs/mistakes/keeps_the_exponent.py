"""The exponent in the gradient of `x` is not lowered

The derivative of `x**n` is `n * x**(n - 1)`: the old exponent comes down as a factor, and the new one is smaller by
one. In your gradient it is still the old one.

A test with `x` full of ones could not tell the two apart.
"""

import torch


class ScaleShift(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, scale, shift, power):
        ctx.save_for_backward(x, scale)
        ctx.power = power
        return scale * x**power + shift

    @staticmethod
    def backward(ctx, upstream):
        x, scale = ctx.saved_tensors
        for_x = upstream * scale * ctx.power * x**ctx.power
        for_scale = (upstream * x**ctx.power).sum(0)
        for_shift = upstream.sum(0)
        return for_x, for_scale, for_shift, None
