"""One saved power of `x` is a constant for the second derivative

The gradient of `x` can be differentiated. That of `scale` is built from `x**power` as `forward` computed it, and
`forward` is not recorded: to a second backward pass that tensor is a number that depends on nothing. So how the
gradient of `scale` changes with `x` is missing, without an error.

It is enough that one of the tensors in `backward` has lost its past.
"""

import torch


class ScaleShift(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, scale, shift, power):
        raised = x**power
        ctx.save_for_backward(x, scale, raised)
        ctx.power = power
        return scale * raised + shift

    @staticmethod
    def backward(ctx, upstream):
        x, scale, raised = ctx.saved_tensors
        for_x = upstream * scale * ctx.power * x ** (ctx.power - 1)
        return for_x, (upstream * raised).sum(0), upstream.sum(0), None
