"""Wrong: assign_ writes value's first row into every row."""
import torch


def assign_(p, value):
    with torch.no_grad():
        p.copy_(value[:1].expand_as(p) if value.dim() else value)


def descend_(p, lr):
    with torch.no_grad():
        p -= lr * p.grad
