"""Wrong: descend_ binds the local name alone."""
import torch


def assign_(p, value):
    with torch.no_grad():
        p.copy_(value)


def descend_(p, lr):
    with torch.no_grad():
        p = p - lr * p.grad
