"""Wrong: assign_ leaves p without requires_grad."""
import torch


def assign_(p, value):
    p.requires_grad_(False)
    p.copy_(value)


def descend_(p, lr):
    with torch.no_grad():
        p -= lr * p.grad
