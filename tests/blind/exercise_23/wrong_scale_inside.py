"""Wrong: (scale * x)**power."""
import torch


class ScaleShift(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, scale, shift, power):
        ctx.save_for_backward(x, scale)
        ctx.power = power
        return (scale * x)**power + shift

    @staticmethod
    def backward(ctx, g):
        x, scale = ctx.saved_tensors
        n = ctx.power
        grad_x = g * scale * n * x ** (n - 1)
        grad_scale = (g * x**n).sum(0)
        grad_shift = g.sum(0)
        return grad_x, grad_scale, grad_shift, None
