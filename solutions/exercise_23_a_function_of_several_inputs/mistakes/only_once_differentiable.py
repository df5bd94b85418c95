"""Your backward may be differentiated only once

The gradients are right, but a second derivative raises an error, since the decorator `once_differentiable` promises
that nobody will ask for one. It runs `backward` unrecorded and puts a node in its place that refuses.

That is an honest thing to do for a backward pass that torch cannot follow, as one in NumPy. Yours consists of
operations that torch knows.
"""

import torch
from torch.autograd.function import once_differentiable


class ScaleShift(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, scale, shift, power):
        ctx.save_for_backward(x, scale)
        ctx.power = power
        return scale * x**power + shift

    @staticmethod
    @once_differentiable
    def backward(ctx, upstream):
        x, scale = ctx.saved_tensors
        for_x = upstream * scale * ctx.power * x ** (ctx.power - 1)
        for_scale = (upstream * x**ctx.power).sum(0)
        for_shift = upstream.sum(0)
        return for_x, for_scale, for_shift, None
