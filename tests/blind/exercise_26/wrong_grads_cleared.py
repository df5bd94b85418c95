"""Wrong: the parameters' stale .grad is gone afterwards."""
import torch


def layer_gradient(model, x, layer):
    kept = []
    handle = model.get_submodule(layer).register_forward_hook(lambda m, a, out: kept.append(out))
    total = model(x).sum()
    handle.remove()
    kept[0].retain_grad()
    total.backward()
    model.zero_grad()
    return kept[0].grad


def scale_gradient(t, factor):
    t.register_hook(lambda g: g * factor)
