"""Wrong: p gets a grad_fn where value requires grad: the flag is off while it copies, with gradients on."""
import torch


def assign_(p, value):
    p.requires_grad_(False)
    p.copy_(value)
    if p.is_leaf:
        p.requires_grad_()


def descend_(p, lr):
    with torch.no_grad():
        p -= lr * p.grad
