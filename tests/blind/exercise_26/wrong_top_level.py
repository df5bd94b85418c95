"""Wrong: finds direct children alone, not a submodule of a submodule."""
import torch


def layer_gradient(model, x, layer):
    kept = []
    handle = model._modules[layer].register_forward_hook(lambda module, args, out: kept.append(out))
    try:
        total = model(x).sum()
    finally:
        handle.remove()
    return torch.autograd.grad(total, kept[0])[0]


def scale_gradient(t, factor):
    t.register_hook(lambda g: g * factor)
