"""Wrong: the gradient with respect to the layer's first parameter, or its output where it has none."""
import torch


def layer_gradient(model, x, layer):
    kept = []
    handle = model.get_submodule(layer).register_forward_hook(lambda module, args, out: kept.append(out))
    try:
        total = model(x).sum()
    finally:
        handle.remove()
    own = list(model.get_submodule(layer).parameters())
    return torch.autograd.grad(total, (own or kept)[0])[0]


def scale_gradient(t, factor):
    t.register_hook(lambda g: g * factor)
