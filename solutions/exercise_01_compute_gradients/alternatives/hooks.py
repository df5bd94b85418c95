"""Catches the gradients by hooks on the two leaves while they pass, and removes the hooks."""

import torch


def gradients(x, w, b):
    caught = {}

    def catch(name):
        def hook(gradient):
            caught[name] = gradient.detach().clone()

        return hook

    handles = [w.register_hook(catch("w")), b.register_hook(catch("b"))]
    try:
        (w * x + b).backward(torch.ones_like(w))
    finally:
        for handle in handles:
            handle.remove()
    return caught["w"], caught["b"]
