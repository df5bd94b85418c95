"""What `forward` computed on its way is saved, and the second derivative is wrong

The gradients are right, and it looks economical to save `x**power` instead of computing it again. But `forward` is
not recorded: what is computed in it has no past. When `backward` itself is differentiated, autograd takes such a
tensor for a constant, and all that runs through it is missing from the second derivative. There is no error.

Inputs and results of the Function are different: they have their place in the graph, and when they are saved, they
keep it.
"""

import torch


class ScaleShift(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, scale, shift, power):
        raised = x**power
        slope = power * x ** (power - 1)
        ctx.save_for_backward(scale, raised, slope)
        return scale * raised + shift

    @staticmethod
    def backward(ctx, upstream):
        scale, raised, slope = ctx.saved_tensors
        return upstream * scale * slope, (upstream * raised).sum(0), upstream.sum(0), None
