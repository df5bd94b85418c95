"""The hook of `scale_gradient` works in the first backward pass only

It removes itself after its first call, so that the second backward pass flows through `t` unscaled. The same happens
if a hook keeps count of its calls.

A hook on a tensor goes with it, and is in nobody's way. How long is it to hold?
"""

import torch


def layer_gradient(model, x, layer):
    outputs = []
    handle = model.get_submodule(layer).register_forward_hook(lambda module, inputs, output: outputs.append(output))
    total = model(x).sum()
    handle.remove()
    return torch.autograd.grad(total, outputs[0])[0]


def scale_gradient(t, factor):
    def scale(gradient):
        handle.remove()
        return gradient * factor

    handle = t.register_hook(scale)
