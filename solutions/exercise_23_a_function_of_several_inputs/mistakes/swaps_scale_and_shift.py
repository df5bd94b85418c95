"""The gradients of `scale` and `shift` are in each other's place

Both are right, and each is given to the wrong input. As `scale` and `shift` have the same shape, nothing can notice:
autograd assigns by place alone and knows no names.

The order is that of `forward`. It is worth writing the returned tuple right below that line and comparing the two,
name by name.
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
        for_x = upstream * scale * ctx.power * x ** (ctx.power - 1)
        for_scale = (upstream * x**ctx.power).sum(0)
        for_shift = upstream.sum(0)
        return for_x, for_shift, for_scale, None
