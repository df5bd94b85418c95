"""Your forward raises `x` to the power in place

Inside `forward` nothing is recorded, so torch lets you write into `x`, even where `x` is a leaf that requires grad.
But `x` is the caller's, and after the call it holds other numbers. Your own backward pass finds them, too, in what
you saved: the same tensor.

What is handed to a function is there to be read.
"""

import torch


class ScaleShift(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, scale, shift, power):
        ctx.save_for_backward(x, scale)
        ctx.power = power
        return scale * x.pow_(power) + shift

    @staticmethod
    def backward(ctx, upstream):
        x, scale = ctx.saved_tensors
        for_x = upstream * scale * ctx.power * x ** (ctx.power - 1)
        for_scale = (upstream * x**ctx.power).sum(0)
        for_shift = upstream.sum(0)
        return for_x, for_scale, for_shift, None
