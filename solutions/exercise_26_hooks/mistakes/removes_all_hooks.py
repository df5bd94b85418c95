"""`layer_gradient` removes hooks that are not its own

Your hook is gone afterwards, but so are all the others that somebody had registered on this part of the model. They
do not come back, and nobody is told.

You know which hook is yours: registering it gave you a handle.
"""

import torch


def layer_gradient(model, x, layer):
    outputs = []
    module = model.get_submodule(layer)
    module.register_forward_hook(lambda module, inputs, output: outputs.append(output))
    total = model(x).sum()
    module._forward_hooks.clear()
    return torch.autograd.grad(total, outputs[0])[0]


def scale_gradient(t, factor):
    t.register_hook(lambda gradient: gradient * factor)
