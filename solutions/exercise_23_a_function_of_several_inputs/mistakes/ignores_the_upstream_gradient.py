"""Your backward returns derivatives, without the upstream gradient

What is asked of `backward` is the gradient of the final scalar with respect to each input. What lies between your
result and that scalar is known only by the upstream gradient, and your code does not use it. For `y.sum()`, where it
is all ones, the numbers happen to be right.

Several inputs change nothing about the chain rule: upstream times own derivative, once for each.
"""

import torch


class ScaleShift(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, scale, shift, power):
        ctx.save_for_backward(x, scale)
        ctx.power = power
        return scale * x**power + shift

    @staticmethod
    def backward(ctx, upstream):
        x, scale = ctx.saved_tensors
        for_x = scale * ctx.power * x ** (ctx.power - 1)
        for_scale = (x**ctx.power).sum(0)
        for_shift = torch.ones_like(x).sum(0)
        return for_x, for_scale, for_shift, None
