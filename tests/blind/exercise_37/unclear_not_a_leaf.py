"""Unclear: the leaves alone have a .grad to keep; inputs that are not leaves are asked for by retain_grad and keep that flag."""
import torch


def gradients_or_zeros(loss, inputs):
    for t in inputs:
        if not t.is_leaf:
            t.retain_grad()
    grads = torch.autograd.grad(loss, inputs, allow_unused=True)
    return tuple(torch.zeros_like(t) if g is None else g for t, g in zip(inputs, grads))
