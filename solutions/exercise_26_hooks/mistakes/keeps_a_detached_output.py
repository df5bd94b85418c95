"""`layer_gradient` asks for the gradient of a detached output

In the hook you keep `output.detach()`, or a clone of it. That is another tensor, with the same numbers: the model
goes on computing with the first one, and no way leads from its result to yours.

A gradient can only be had of a tensor that the result was computed from. Keep that one.
"""

import torch


def layer_gradient(model, x, layer):
    outputs = []

    def keep(module, inputs, output):
        outputs.append(output.detach().requires_grad_())

    handle = model.get_submodule(layer).register_forward_hook(keep)
    total = model(x).sum()
    handle.remove()
    return torch.autograd.grad(total, outputs[0])[0]


def scale_gradient(t, factor):
    t.register_hook(lambda gradient: gradient * factor)
