"""Right: NumPy inside."""
import numpy as np
import torch


class MyReLU(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        a = x.detach().numpy()
        ctx.step = np.heaviside(a, 0.0)
        return torch.tensor(np.maximum(a, 0), dtype=x.dtype)

    @staticmethod
    def backward(ctx, grad_output):
        g = grad_output.detach().numpy()
        return torch.tensor(g * ctx.step, dtype=grad_output.dtype)
