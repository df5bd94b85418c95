"""Wrong: value requires grad afterwards."""
import torch


def assign_(p, value):
    p.data.copy_(value.requires_grad_().data)


def descend_(p, lr):
    with torch.no_grad():
        p -= lr * p.grad
