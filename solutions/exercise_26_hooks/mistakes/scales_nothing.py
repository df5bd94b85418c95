"""`scale_gradient` has no effect on any gradient

The caller goes on with its own `t`. A product that you give the name `t` inside your function takes no part in what
comes after. And a hook changes the gradient only by what it *returns*: one that computes a product and ends without
`return` changes nothing, nor does one that is removed before the backward pass.

Who will see what your function has done, and when?
"""

import torch


def layer_gradient(model, x, layer):
    outputs = []
    handle = model.get_submodule(layer).register_forward_hook(lambda module, inputs, output: outputs.append(output))
    total = model(x).sum()
    handle.remove()
    return torch.autograd.grad(total, outputs[0])[0]


def scale_gradient(t, factor):
    def scale(gradient):
        gradient * factor

    t.register_hook(scale)
