"""`layer_gradient` finds only the direct parts of the model

`named_children()` gives the parts of the model, not the parts of its parts, and `getattr(model, "body.1")` looks for
an attribute with a dot in its name. So a layer inside of a layer is not found.

Modules form a tree, and the dots in a name are a way down through it. The model can walk it for you.
"""

import torch


def layer_gradient(model, x, layer):
    outputs = []
    module = dict(model.named_children())[layer]
    handle = module.register_forward_hook(lambda module, inputs, output: outputs.append(output))
    total = model(x).sum()
    handle.remove()
    return torch.autograd.grad(total, outputs[0])[0]


def scale_gradient(t, factor):
    t.register_hook(lambda gradient: gradient * factor)
