"""`scale_gradient` multiplies `t.grad`, which is None

When your function is called, no backward pass has run yet. There is no gradient to be scaled; and `t` is not a leaf,
so even later its `.grad` would stay None.

What is to be done when the gradient comes, you have to leave with the tensor, to be called then.
"""

import torch


def layer_gradient(model, x, layer):
    outputs = []
    handle = model.get_submodule(layer).register_forward_hook(lambda module, inputs, output: outputs.append(output))
    total = model(x).sum()
    handle.remove()
    return torch.autograd.grad(total, outputs[0])[0]


def scale_gradient(t, factor):
    t.grad *= factor
