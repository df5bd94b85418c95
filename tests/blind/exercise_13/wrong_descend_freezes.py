"""Wrong: descend_ leaves p without requires_grad."""
import torch


def assign_(p, value):
    with torch.no_grad():
        p.copy_(value)


def descend_(p, lr):
    p.requires_grad_(False)
    p -= lr * p.grad
