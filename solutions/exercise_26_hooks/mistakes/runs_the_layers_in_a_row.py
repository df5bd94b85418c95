"""`layer_gradient` runs the parts of the model one after another

For an `nn.Sequential` that is what its `forward` does. Other models do something else with their parts: they use an
output twice, add two of them, go past a layer. All that is written in `forward`, and nowhere else, so the parts alone
are not the model.

The model must run as a whole, by `model(x)`. What you want to see on the way, you have to be shown.
"""

import torch


def layer_gradient(model, x, layer):
    h = x
    for name, part in model.named_children():
        h = part(h)
        if name == layer:
            output = h
    return torch.autograd.grad(h.sum(), output)[0]


def scale_gradient(t, factor):
    t.register_hook(lambda gradient: gradient * factor)
