"""The hook of `scale_gradient` writes into the gradient that it is given

In `t + other` the addition hands *the same tensor* on as the gradient of both. Your hook writes the product over it,
so the gradient of `other` is scaled as well, although it has nothing to do with `t`. And in other places torch raises
an error, where the elements of a gradient share one place in memory.

A hook reads what it gets, and answers with another tensor.
"""

import torch


def layer_gradient(model, x, layer):
    outputs = []
    handle = model.get_submodule(layer).register_forward_hook(lambda module, inputs, output: outputs.append(output))
    total = model(x).sum()
    handle.remove()
    return torch.autograd.grad(total, outputs[0])[0]


def scale_gradient(t, factor):
    t.register_hook(lambda gradient: gradient.mul_(factor))
