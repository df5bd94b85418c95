"""Right: backward lets autograd differentiate a fresh forward, with create_graph."""
import torch


def formula(x, scale, shift, power):
    return scale * x**power + shift


class ScaleShift(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, scale, shift, power):
        ctx.power = power
        ctx.save_for_backward(x, scale, shift)
        return formula(x, scale, shift, power)

    @staticmethod
    def backward(ctx, g):
        again = torch.is_grad_enabled()
        with torch.enable_grad():
            inputs = [t.view_as(t) if t.requires_grad else t.detach().requires_grad_() for t in ctx.saved_tensors]
            out = formula(*inputs, ctx.power)
            grads = torch.autograd.grad(out, inputs, g, create_graph=again, allow_unused=True)
        return (*grads, None)
