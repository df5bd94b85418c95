"""`layer_gradient` returns the gradient of the layer's weight

Of a layer you can ask two things: how the result changes with its weight, and how it changes with its output. The
first has the shape of the weight and says how the layer should learn. The second has the shape of the output, with a
row for each sample, and exists also for layers without any weight.

The exercise asks for the second.
"""

import torch


def layer_gradient(model, x, layer):
    weight = model.get_submodule(layer).weight
    return torch.autograd.grad(model(x).sum(), weight)[0]


def scale_gradient(t, factor):
    t.register_hook(lambda gradient: gradient * factor)
