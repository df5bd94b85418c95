"""The factor `power` is missing in the gradient of `x`

The derivative of `x**n` is `n * x**(n - 1)`. You lower the exponent, and the factor in front is missing. For power 1
it makes no difference, so a test with power 1 alone would pass.

A derivative that was worked out by hand is best compared with a finite difference, at some place that is nothing
special.
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
        for_x = upstream * scale * x ** (ctx.power - 1)
        for_scale = (upstream * x**ctx.power).sum(0)
        for_shift = upstream.sum(0)
        return for_x, for_scale, for_shift, None
