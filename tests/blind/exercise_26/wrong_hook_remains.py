"""Wrong: the hook is not removed."""
import torch


def layer_gradient(model, x, layer):
    kept = []
    model.get_submodule(layer).register_forward_hook(lambda m, a, out: kept.append(out))
    return torch.autograd.grad(model(x).sum(), kept[0])[0]


def scale_gradient(t, factor):
    t.register_hook(lambda g: g * factor)
