"""Wrong: only the first backward pass is scaled."""
import torch


def layer_gradient(model, x, layer):
    kept = []
    handle = model.get_submodule(layer).register_forward_hook(lambda module, args, out: kept.append(out))
    try:
        total = model(x).sum()
    finally:
        handle.remove()
    return torch.autograd.grad(total, kept[0])[0]


def scale_gradient(t, factor):
    def hook(g):
        handle.remove()
        return g * factor

    handle = t.register_hook(hook)
