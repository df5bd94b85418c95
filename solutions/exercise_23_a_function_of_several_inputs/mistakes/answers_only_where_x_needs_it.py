"""No gradient is returned where `x` needs none

Your `backward` looks at `ctx.needs_input_grad[0]`, finds that `x` does not require grad, and returns None for
everything. But `x` is often plain data, and `scale` and `shift` are what is to be learned.

Every input is a question of its own, and has its own entry in `needs_input_grad`. Computing a gradient that nobody
needs is no mistake; leaving out one that somebody needs is.
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
        if not ctx.needs_input_grad[0]:
            return None, None, None, None
        x, scale = ctx.saved_tensors
        for_x = upstream * scale * ctx.power * x ** (ctx.power - 1)
        for_scale = (upstream * x**ctx.power).sum(0)
        for_shift = upstream.sum(0)
        return for_x, for_scale, for_shift, None
