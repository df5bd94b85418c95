"""Your backward returns fewer gradients than forward has inputs

Autograd matches what `backward` returns with what `forward` took, place by place, and it wants as many of the one as of
the other. `power` was an input, too. That it is a number, and that nobody could want its gradient, does not make its
place go away.

An input without gradient is answered by saying so.
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
        return for_x, for_scale, for_shift
