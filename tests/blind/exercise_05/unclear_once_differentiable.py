"""Unclear: differentiable once only; does "differentiable" ask for more?"""
import torch
from torch.autograd.function import once_differentiable


class S(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        y = torch.sigmoid(x)
        ctx.save_for_backward(y)
        return 2 * y

    @staticmethod
    @once_differentiable
    def backward(ctx, g):
        (y,) = ctx.saved_tensors
        return 2 * g * y * (1 - y)


doubled_sigmoid = S.apply


def shifted_square(x):
    return ((x + 1) ** 2).sum()


def centred_rows(x):
    return x - x.mean(1, keepdim=True)
