"""Wrong: assign_ swaps the two, so value changes."""
import torch


def assign_(p, value):
    with torch.no_grad():
        old = p.clone()
        p.copy_(value)
        value.copy_(old)


def descend_(p, lr):
    with torch.no_grad():
        p -= lr * p.grad
