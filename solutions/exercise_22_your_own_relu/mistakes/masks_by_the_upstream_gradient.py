"""Your backward applies the ReLU to the upstream gradient

The gradient is dropped where the *upstream gradient* is negative. But a negative upstream gradient only says that the final number falls
when the result rises, which is as useful to know as the opposite. What decides is whether `x` was positive, element by element.

The upstream gradient is only ever scaled by the node's own derivative, and that derivative depends on the input alone.
"""

import torch


class MyReLU(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x.clamp(min=0)

    @staticmethod
    def backward(ctx, upstream):
        (x,) = ctx.saved_tensors
        return upstream.clamp(min=0)
