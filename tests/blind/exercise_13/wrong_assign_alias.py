"""Wrong: assign_ makes p share value's memory."""
import torch


def assign_(p, value):
    p.data = value.data


def descend_(p, lr):
    with torch.no_grad():
        p -= lr * p.grad
