"""Right: a base class with the masking, used by MyReLU."""
import torch


class Masked(torch.autograd.Function):
    @staticmethod
    def backward(ctx, *grads):
        (mask,) = ctx.saved_tensors
        (g,) = grads
        return (mask.to(g.dtype) * g,)


class MyReLU(Masked):
    @staticmethod
    def forward(ctx, *args):
        x = args[0]
        mask = x.gt(0)
        ctx.save_for_backward(mask)
        return torch.where(mask, x, 0)
