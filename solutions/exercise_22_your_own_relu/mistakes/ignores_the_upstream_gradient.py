"""Your backward returns the derivative alone, without the upstream gradient

`backward` is not asked for the derivative of the ReLU. It is asked for the gradient of whatever is computed at the very end, with respect to `x`. What lies
between your result and that end is known only through the upstream gradient, and your code does not use it.

If the result is just summed up, the upstream gradient is all ones and nothing is noticed. In every other graph, all that comes after your
ReLU is lost.
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
        return (x > 0).to(x.dtype)
