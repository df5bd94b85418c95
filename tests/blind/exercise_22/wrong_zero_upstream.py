"""Wrong: a zero in the upstream gradient is taken for 'none came' and replaced by 1."""
import torch


class MyReLU(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x.clamp(min=0)

    @staticmethod
    def backward(ctx, g):
        (x,) = ctx.saved_tensors
        g = torch.where(g == 0, torch.ones_like(g), g)
        return g * (x > 0)
