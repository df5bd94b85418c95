"""Your backward hands on the upstream gradient unchanged

This is the derivative of a node that does nothing. A negative `x` has no influence on the result: move it a little, and the result stays 0. So
no gradient may arrive there, whatever comes from above.

Which elements let the gradient through was decided in the forward pass; the backward pass has to know about it.
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
        return upstream
