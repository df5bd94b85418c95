"""Right: masked_fill, differentiable once, which is all that is asked."""
import torch as t
from torch.autograd.function import once_differentiable


class MyReLU(t.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        dead = x <= 0
        ctx.save_for_backward(dead)
        return x.masked_fill(dead, 0.0)

    @staticmethod
    @once_differentiable
    def backward(ctx, upstream):
        return upstream.masked_fill(ctx.saved_tensors[0], 0.0)
