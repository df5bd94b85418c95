"""Wrong: the model is in eval mode afterwards."""
import torch


def layer_gradient(model, x, layer):
    kept = []
    model.eval()
    handle = model.get_submodule(layer).register_forward_hook(lambda module, args, out: kept.append(out))
    try:
        total = model(x).sum()
    finally:
        handle.remove()
    return torch.autograd.grad(total, kept[0])[0]


def scale_gradient(t, factor):
    t.register_hook(lambda g: g * factor)
