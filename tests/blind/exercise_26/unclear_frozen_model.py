"""Unclear: only this kind works where neither x nor any parameter requires grad; may a case be so?"""
import torch


def layer_gradient(model, x, layer):
    box = []

    def cut(m, a, out):
        box.append(out.detach().requires_grad_(True))
        return box[0]

    handle = model.get_submodule(layer).register_forward_hook(cut)
    try:
        total = model(x).sum()
    finally:
        handle.remove()
    return torch.autograd.grad(total, box[0])[0]


def scale_gradient(t, factor):
    t.register_hook(lambda g: g * factor)
