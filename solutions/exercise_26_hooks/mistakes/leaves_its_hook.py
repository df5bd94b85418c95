"""`layer_gradient` leaves its hook in the model

The gradient is right, and the hook is still there. It runs in every later call of the model, and appends to a list
that nobody reads: each of these outputs keeps its graph alive. A second call of your function adds a second hook, and
so on.

What registers a hook gives you something by which it can be removed.
"""

import torch


def layer_gradient(model, x, layer):
    outputs = []
    model.get_submodule(layer).register_forward_hook(lambda module, inputs, output: outputs.append(output))
    return torch.autograd.grad(model(x).sum(), outputs[0])[0]


def scale_gradient(t, factor):
    t.register_hook(lambda gradient: gradient * factor)
