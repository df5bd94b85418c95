"""Wrong: the backward hook is not removed."""
import torch


def layer_gradient(model, x, layer):
    kept = []
    module = model.get_submodule(layer)
    module.register_full_backward_hook(lambda m, gi, go: kept.append(go[0].clone()))
    z = x.detach().clone().requires_grad_()
    torch.autograd.grad(model(z).sum(), z)
    return kept[0]


def scale_gradient(t, factor):
    t.register_hook(lambda g: g * factor)
