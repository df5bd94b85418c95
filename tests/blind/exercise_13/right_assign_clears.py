"""Right: assign_ drops p.grad, which it may (a leaf's .grad may change); descend_ keeps it."""
import torch


def assign_(p, value):
    p.grad = None
    p.data.copy_(value)


def descend_(p, lr):
    with torch.no_grad():
        p -= lr * p.grad
