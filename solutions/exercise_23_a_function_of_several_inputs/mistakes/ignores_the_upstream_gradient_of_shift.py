"""The gradient of `shift` is the number of rows

The derivative of the result with respect to `shift` is 1, in each row. Added up over the batch that is the number of
rows, which is right for a sum and for nothing else: what comes after your function is missing.

Also where a node's own derivative is 1, the gradient is *upstream* times 1.
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
        for_shift = torch.ones_like(upstream).sum(0)
        return for_x, for_scale, for_shift, None
