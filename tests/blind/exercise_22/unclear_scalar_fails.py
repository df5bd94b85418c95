"""Wrong: writes through x[i] row by row, which an input of shape () does not have."""
import torch


class MyReLU(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x.clamp(min=0)

    @staticmethod
    def backward(ctx, g):
        (x,) = ctx.saved_tensors
        out = g.clone()
        for i in range(len(x)):
            out[i] = g[i] * (x[i] > 0)
        return out
