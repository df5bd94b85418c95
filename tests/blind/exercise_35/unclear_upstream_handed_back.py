"""Unclear: the upstream gradient itself is handed back as x's gradient by one Function; may they share memory?"""
import torch


def ste_round(x):
    return x + (torch.round(x) - x).detach()


class Sign(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return torch.sign(x)

    @staticmethod
    def backward(ctx, g):
        (x,) = ctx.saved_tensors
        return g if bool((x.abs() <= 1).all()) else g * (x.abs() <= 1)


def clipped_ste_sign(x):
    return Sign.apply(x)
