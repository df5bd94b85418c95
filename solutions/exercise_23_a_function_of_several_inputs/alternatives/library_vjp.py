"""Hands the formula to `torch.func.vjp` in the backward pass."""

import torch
from torch.func import vjp


class ScaleShift(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, scale, shift, power):
        ctx.save_for_backward(x, scale, shift)
        ctx.formula = lambda x, scale, shift: scale * x**power + shift
        return ctx.formula(x, scale, shift)

    @staticmethod
    def backward(ctx, upstream):
        _, pull_back = vjp(ctx.formula, *ctx.saved_tensors)
        return (*pull_back(upstream), None)
