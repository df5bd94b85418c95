"""Wrong: the .grad of the layers after the one asked for changes; it stops at the cut."""
import torch


def layer_gradient(model, x, layer):
    box = []

    def cut(m, a, out):
        box.append(out.detach().requires_grad_())
        return box[0]

    handle = model.get_submodule(layer).register_forward_hook(cut)
    total = model(x).sum()
    handle.remove()
    total.backward()
    return box[0].grad


def scale_gradient(t, factor):
    t.register_hook(lambda g: g * factor)
