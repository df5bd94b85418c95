"""Saves the output, which is positive exactly where the input is, and chooses by `torch.where`."""

import torch as t
from torch.autograd import Function


class MyReLU(Function):
    @staticmethod
    def forward(ctx, x):
        out = t.where(x > 0, x, 0.0)
        ctx.save_for_backward(out)
        return out

    @staticmethod
    def backward(ctx, g):
        (out,) = ctx.saved_tensors
        return t.where(out > 0, g, t.zeros_like(g))
