"""Wrong: draws a random number that nobody asked for; the random state is left as found."""
import torch


def layer_gradient(model, x, layer):
    kept = []
    torch.rand(())
    handle = model.get_submodule(layer).register_forward_hook(lambda module, args, out: kept.append(out))
    try:
        total = model(x).sum()
    finally:
        handle.remove()
    return torch.autograd.grad(total, kept[0])[0]


def scale_gradient(t, factor):
    t.register_hook(lambda g: g * factor)
