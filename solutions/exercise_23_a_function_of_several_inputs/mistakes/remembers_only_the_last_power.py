"""Your class remembers only the power of its last call

The power is kept on the class, and there is only one class. The second `ScaleShift.apply` overwrites what the first
one kept, and when the backward pass of the first comes, it works with the power of the second.

Each call of `apply` has a `ctx` of its own, and the `backward` of that call gets it back.
"""

import torch


class ScaleShift(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, scale, shift, power):
        ctx.save_for_backward(x, scale)
        ScaleShift.power = power
        return scale * x**power + shift

    @staticmethod
    def backward(ctx, upstream):
        x, scale = ctx.saved_tensors
        for_x = upstream * scale * ScaleShift.power * x ** (ScaleShift.power - 1)
        for_scale = (upstream * x**ScaleShift.power).sum(0)
        for_shift = upstream.sum(0)
        return for_x, for_scale, for_shift, None
