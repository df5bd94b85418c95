"""Wrong: backward adds to the parameters' .grad."""
import torch


def layer_gradient(model, x, layer):
    kept = []
    handle = model.get_submodule(layer).register_forward_hook(lambda m, a, out: (out.retain_grad(), kept.append(out))[1])
    total = model(x).sum()
    handle.remove()
    total.backward()
    return kept[0].grad


def scale_gradient(t, factor):
    t.register_hook(lambda g: g * factor)
