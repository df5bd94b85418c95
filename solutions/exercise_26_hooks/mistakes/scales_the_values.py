"""`scale_gradient` multiplies the values of `t`

`t.mul_(factor)` is an operation on numbers that flow forward. It does scale the gradient on its way back, but it also
changes `t`, and with it everything that is computed from `t`.

The two directions are to be kept apart: forward, nothing is to change.
"""

import torch


def layer_gradient(model, x, layer):
    outputs = []
    handle = model.get_submodule(layer).register_forward_hook(lambda module, inputs, output: outputs.append(output))
    total = model(x).sum()
    handle.remove()
    return torch.autograd.grad(total, outputs[0])[0]


def scale_gradient(t, factor):
    t.mul_(factor)
