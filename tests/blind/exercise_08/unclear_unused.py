"""Unclear: zeros where f does not use an input; plain autograd.grad raises there. May f leave one out?"""
import torch


def pure_gradients(f, *inputs):
    grads = torch.autograd.grad(f(*inputs), inputs, allow_unused=True)
    return tuple(torch.zeros_like(i) if g is None else g for i, g in zip(inputs, grads))
