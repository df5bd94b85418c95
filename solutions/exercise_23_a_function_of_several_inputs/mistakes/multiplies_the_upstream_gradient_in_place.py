"""Your backward multiplies the upstream gradient in place

`upstream *= ...` writes into the tensor that you were handed, and that tensor is not yours. Other nodes may have been
handed the same one. Within your own function, whatever is computed from it further down sees the product instead of
the upstream gradient.

The factors belong into a new tensor.
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
        for_shift = upstream.sum(0)
        for_scale = (upstream * x**ctx.power).sum(0)
        upstream *= scale * ctx.power * x ** (ctx.power - 1)
        return upstream, for_scale, for_shift, None
