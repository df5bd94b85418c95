"""Wrong: removes all forward hooks of the layer, those that were there before too."""
import torch


def layer_gradient(model, x, layer):
    kept = []
    module = model.get_submodule(layer)
    module.register_forward_hook(lambda m, a, out: kept.append(out))
    total = model(x).sum()
    module._forward_hooks.clear()
    return torch.autograd.grad(total, kept[0])[0]


def scale_gradient(t, factor):
    t.register_hook(lambda g: g * factor)
