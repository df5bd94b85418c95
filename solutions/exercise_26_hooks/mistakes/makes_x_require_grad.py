"""`layer_gradient` leaves `x` requiring grad

Nobody asks for the gradient of `x`, and the way from the result back to the layer's output does not lead through it.
But the flag stays set on the caller's tensor, and from then on everything computed from it is recorded.

If a tensor that requires grad is really needed, it can be one of your own.
"""

import torch


def layer_gradient(model, x, layer):
    x.requires_grad_(True)
    outputs = []
    handle = model.get_submodule(layer).register_forward_hook(lambda module, inputs, output: outputs.append(output))
    total = model(x).sum()
    handle.remove()
    return torch.autograd.grad(total, outputs[0])[0]


def scale_gradient(t, factor):
    t.register_hook(lambda gradient: gradient * factor)
