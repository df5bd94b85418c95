"""`save_for_backward` is given a number

`save_for_backward` takes tensors only: it watches over them, so that an in-place change is noticed and nothing is
kept alive for longer than it has to be. `power` is an int, of which nothing needs to be watched, and torch refuses it
already in the forward pass.

`ctx` is an ordinary object, which can have ordinary attributes.
"""

import torch


class ScaleShift(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, scale, shift, power):
        ctx.save_for_backward(x, scale, power)
        return scale * x**power + shift

    @staticmethod
    def backward(ctx, upstream):
        x, scale, power = ctx.saved_tensors
        for_x = upstream * scale * power * x ** (power - 1)
        for_scale = (upstream * x**power).sum(0)
        for_shift = upstream.sum(0)
        return for_x, for_scale, for_shift, None
