"""`layer_gradient` returns the gradient at the layer's input

A layer lies between two tensors. What you return is the gradient with respect to what goes into it (`inputs`, or the
`grad_input` of a backward hook). It is the gradient at the output, carried one layer further back.

Which of the arguments of your hook is the tensor that was asked about?
"""

import torch


def layer_gradient(model, x, layer):
    x = x.detach().requires_grad_()
    caught = []
    handle = model.get_submodule(layer).register_forward_hook(lambda module, inputs, output: caught.append(inputs[0]))
    total = model(x).sum()
    handle.remove()
    return torch.autograd.grad(total, caught[0])[0]


def scale_gradient(t, factor):
    t.register_hook(lambda gradient: gradient * factor)
