"""Unclear: the layer that runs twice in one forward; here the gradients of its outputs are added."""
import torch


def layer_gradient(model, x, layer):
    kept = []
    handle = model.get_submodule(layer).register_forward_hook(lambda m, a, out: kept.append(out))
    total = model(x).sum()
    handle.remove()
    return sum(torch.autograd.grad(total, kept))


def scale_gradient(t, factor):
    t.register_hook(lambda g: g * factor)
