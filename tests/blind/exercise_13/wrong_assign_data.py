"""Wrong: assign_ gives p the storage of a copy."""
import torch


def assign_(p, value):
    p.data = value.detach().clone()


def descend_(p, lr):
    with torch.no_grad():
        p -= lr * p.grad
