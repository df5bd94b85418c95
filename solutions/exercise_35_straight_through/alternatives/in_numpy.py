"""Computes the steps in NumPy, and selects in a clone of the upstream gradient."""

import numpy as np
import torch


class Step(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, step, limit):
        values = x.detach().numpy()
        ctx.outside = torch.from_numpy(np.asarray(np.abs(values) > limit))
        return torch.from_numpy(np.asarray(step(values)))

    @staticmethod
    def backward(ctx, upstream):
        grad = upstream.clone()
        grad[ctx.outside] = 0.0
        return grad, None, None


def ste_round(x):
    return Step.apply(x, np.rint, np.inf)


def clipped_ste_sign(x):
    return Step.apply(x, np.sign, 1.0)
