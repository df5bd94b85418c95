"""The gradient of your `layer_gradient` requires grad

`create_graph=True` has the backward pass recorded, so that the gradient can be differentiated once more. Nobody will
do that here. The record keeps the whole graph of the model alive for as long as the gradient is kept.

Without it you get the same numbers, and nothing but the numbers.
"""

import torch


def layer_gradient(model, x, layer):
    outputs = []
    handle = model.get_submodule(layer).register_forward_hook(lambda module, inputs, output: outputs.append(output))
    total = model(x).sum()
    handle.remove()
    return torch.autograd.grad(total, outputs[0], create_graph=True)[0]


def scale_gradient(t, factor):
    t.register_hook(lambda gradient: gradient * factor)
