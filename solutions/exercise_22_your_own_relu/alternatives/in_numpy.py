"""Both passes are computed in NumPy."""

import numpy as np
import torch


class MyReLU(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        values = x.detach().numpy()
        ctx.positive = values > 0
        return torch.from_numpy(np.asarray(np.maximum(values, 0.0)))  # for shape () NumPy gives a number

    @staticmethod
    def backward(ctx, upstream):
        return torch.from_numpy(np.where(ctx.positive, upstream.numpy(), 0.0))
