"""`layer_gradient` puts the model into evaluation mode

`model.eval()` changes what some parts compute. So the gradient is that of another function than the one that
`model(x)` is at the moment, and the caller gets the model back in another mode.

Which mode a model is in is decided by whoever uses it.
"""

import torch


def layer_gradient(model, x, layer):
    model.eval()
    outputs = []
    handle = model.get_submodule(layer).register_forward_hook(lambda module, inputs, output: outputs.append(output))
    total = model(x).sum()
    handle.remove()
    return torch.autograd.grad(total, outputs[0])[0]


def scale_gradient(t, factor):
    t.register_hook(lambda gradient: gradient * factor)
