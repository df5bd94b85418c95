"""Your backward writes into the upstream gradient

The returned numbers can be right, but they were written into the tensor that you were handed. It is not yours: in `x + relu(x)` the addition
hands *the same tensor* to both of its terms, and for a `sum()` all its elements share one place in memory. Whoever reads it after you finds
your zeros in it.

A node of the graph reads the upstream gradient and answers with another tensor.
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
        upstream[x <= 0] = 0
        return upstream
