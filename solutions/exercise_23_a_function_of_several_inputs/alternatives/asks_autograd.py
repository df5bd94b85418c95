"""The backward pass runs the forward pass again, recorded, and asks autograd for the gradients that are needed."""

import torch


def formula(x, scale, shift, power):
    return scale * x**power + shift


class ScaleShift(torch.autograd.Function):
    @staticmethod
    def forward(ctx, *inputs):
        *tensors, ctx.power = inputs
        ctx.save_for_backward(*tensors)
        return formula(*inputs)

    @staticmethod
    def backward(ctx, upstream):
        recorded = torch.is_grad_enabled()
        with torch.enable_grad():
            tensors = [tensor.view_as(tensor) for tensor in ctx.saved_tensors]  # where each gradient is to stop
            y = formula(*tensors, ctx.power)
        wanted = [tensor for tensor in tensors if tensor.requires_grad]
        found = iter(torch.autograd.grad(y, wanted, upstream, create_graph=recorded))
        return (*(next(found) if tensor.requires_grad else None for tensor in tensors), None)
