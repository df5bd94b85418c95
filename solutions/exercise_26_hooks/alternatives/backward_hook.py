"""A full backward hook on the submodule, and `autograd.grad` for some parameters to set it off."""

import torch


def layer_gradient(model, x, layer):
    seen = []
    module = model.get_submodule(layer)
    handle = module.register_full_backward_hook(lambda module, inputs, outputs: seen.append(outputs[0]))
    parameters = [p for p in model.parameters() if p.requires_grad]
    try:
        torch.autograd.grad(model(x).sum(), parameters, allow_unused=True)
    finally:
        handle.remove()
    return seen[0]


class Scaled:
    def __init__(self, factor):
        self.factor = factor

    def __call__(self, gradient):
        return torch.mul(gradient, self.factor)


def scale_gradient(t, factor):
    return t.register_hook(Scaled(factor))
