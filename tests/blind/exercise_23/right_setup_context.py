"""Right: setup_context, needs_input_grad, type hints."""
import torch as t
from torch import Tensor


class ScaleShift(t.autograd.Function):
    @staticmethod
    def forward(x: Tensor, scale: Tensor, shift: Tensor, power: int) -> Tensor:
        return t.addcmul(shift, scale, x.pow(power))

    @staticmethod
    def setup_context(ctx, inputs, output) -> None:
        x, scale, _, ctx.power = inputs
        ctx.save_for_backward(x, scale)

    @staticmethod
    def backward(ctx, upstream: Tensor):
        x, scale = ctx.saved_tensors
        grads = [None] * 4
        if ctx.needs_input_grad[0]:
            grads[0] = upstream * scale * (ctx.power * x.pow(ctx.power - 1) if ctx.power else t.zeros_like(x))
        if ctx.needs_input_grad[1]:
            grads[1] = t.einsum("bf,bf->f", upstream, x.pow(ctx.power))
        if ctx.needs_input_grad[2]:
            grads[2] = upstream.sum_to_size(upstream.shape[1])
        return tuple(grads)
