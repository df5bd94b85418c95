"""Catches each row in a hook on its way to the leaf, where they may add up as they like."""

import torch


def jacobian(f, x):
    leaf = x.clone().requires_grad_()
    caught = []
    leaf.register_hook(lambda row: caught.append(row))
    y = f(leaf)
    for i in range(y.numel()):
        selected = torch.zeros_like(y)
        selected[i] = 1
        y.backward(selected, retain_graph=True)
    return torch.cat(caught).reshape(-1, x.numel())
