"""The gradients of `scale` and `shift` are summed over the wrong axis

You sum along each row, which leaves one number for every row. But `scale` and `shift` have one element for every
*column*, and that element was used in all rows. Where the table is not square, torch notices that the shape is wrong;
where it is, nobody does.

For a broadcast input, sum over the axis that it did not have.
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
        for_scale = (upstream * x**ctx.power).sum(1)
        for_shift = upstream.sum(1)
        return for_x, for_scale, for_shift, None
