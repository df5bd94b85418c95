"""Unclear: the hook remains when the model raises."""
import torch


def layer_gradient(model, x, layer):
    kept = []
    handle = model.get_submodule(layer).register_forward_hook(lambda m, a, out: kept.append(out))
    total = model(x).sum()
    handle.remove()
    return torch.autograd.grad(total, kept[0])[0]


def scale_gradient(t, factor):
    t.register_hook(lambda g: g * factor)
