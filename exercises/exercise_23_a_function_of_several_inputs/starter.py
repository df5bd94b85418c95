import torch


class ScaleShift(torch.autograd.Function):
    """`ScaleShift.apply(x, scale, shift, power)` is scale * x**power + shift."""

    @staticmethod
    def forward(ctx, x, scale, shift, power):
        ctx.save_for_backward(x, scale)
        ctx.power = power
        return scale * x**power + shift

    @staticmethod
    def backward(ctx, upstream):
        x, scale = ctx.saved_tensors
        return upstream * scale * ctx.power * x ** (ctx.power - 1)
