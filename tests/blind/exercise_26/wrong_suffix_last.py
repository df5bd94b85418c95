"""Wrong: takes the last module whose name ends with the name asked for."""
import torch


def layer_gradient(model, x, layer):
    kept = []
    handle = [m for n, m in model.named_modules() if n.endswith(layer)][-1].register_forward_hook(lambda module, args, out: kept.append(out))
    try:
        total = model(x).sum()
    finally:
        handle.remove()
    return torch.autograd.grad(total, kept[0])[0]


def scale_gradient(t, factor):
    t.register_hook(lambda g: g * factor)
