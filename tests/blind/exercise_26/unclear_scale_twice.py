"""Unclear: a second call replaces the first factor; multiply twice, or once by the last?"""
import torch


def layer_gradient(model, x, layer):
    kept = []
    handle = model.get_submodule(layer).register_forward_hook(lambda module, args, out: kept.append(out))
    try:
        total = model(x).sum()
    finally:
        handle.remove()
    return torch.autograd.grad(total, kept[0])[0]


FACTORS = {}


def scale_gradient(t, factor):
    if id(t) not in FACTORS:
        t.register_hook(lambda g: g * FACTORS[id(t)])
    FACTORS[id(t)] = factor
