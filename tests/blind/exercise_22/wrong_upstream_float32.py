"""Wrong: the upstream gradient goes through float32: digits are lost, and 1e60 becomes infinite."""
import torch


class MyReLU(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x.clamp(min=0)

    @staticmethod
    def backward(ctx, g):
        (x,) = ctx.saved_tensors
        return (g.float() * (x > 0)).to(x.dtype)
