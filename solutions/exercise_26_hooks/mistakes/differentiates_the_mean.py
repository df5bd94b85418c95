"""`layer_gradient` differentiates the mean of the model's result

The mean is the sum, divided by the number of elements, and so is each of its gradients. Yours are too small by that
number.

The exercise names the scalar from which to go backward.
"""

import torch


def layer_gradient(model, x, layer):
    outputs = []
    handle = model.get_submodule(layer).register_forward_hook(lambda module, inputs, output: outputs.append(output))
    total = model(x).mean()
    handle.remove()
    return torch.autograd.grad(total, outputs[0])[0]


def scale_gradient(t, factor):
    t.register_hook(lambda gradient: gradient * factor)
