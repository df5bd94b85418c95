"""The input is saved, and the upstream gradient passes where the input was positive."""

import torch
from torch import Tensor
from torch.autograd.function import FunctionCtx


class MyReLU(torch.autograd.Function):
    """`MyReLU.apply(x)` is `max(x, 0)`; its gradient at 0 is 0, as torch's own."""

    @staticmethod
    def forward(ctx: FunctionCtx, x: Tensor) -> Tensor:
        """Compute the result as a new tensor, and save the input for the backward pass."""
        ctx.save_for_backward(x)
        return x.clamp(min=0)

    @staticmethod
    def backward(ctx: FunctionCtx, upstream: Tensor) -> Tensor:
        """Return upstream gradient times derivative, as a new tensor of the input's shape."""
        (x,) = ctx.saved_tensors
        return upstream * (x > 0)
