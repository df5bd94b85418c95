"""`setup_context` apart from `forward`, a float mask kept on `ctx`, and None where no gradient is needed."""

import torch
from torch.autograd.function import once_differentiable


class MyReLU(torch.autograd.Function):
    @staticmethod
    def forward(x):
        return x * (x > 0)

    @staticmethod
    def setup_context(ctx, inputs, output):
        (x,) = inputs
        ctx.mask = (x > 0).to(x.dtype)

    @staticmethod
    @once_differentiable
    def backward(ctx, grad_output):
        if not ctx.needs_input_grad[0]:
            return None
        return grad_output * ctx.mask
