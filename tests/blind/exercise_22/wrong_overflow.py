"""Wrong: scales the upstream gradient up and down again: a large finite one overflows."""
import torch


class MyReLU(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x.clamp(min=0)

    @staticmethod
    def backward(ctx, g):
        (x,) = ctx.saved_tensors
        big = 1e300 * g
        return torch.where(x > 0, big / 1e300, torch.zeros_like(g))
