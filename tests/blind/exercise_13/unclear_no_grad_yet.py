"""Unclear: nothing happens where p.grad is None; plain descend_ raises there."""
import torch


def assign_(p, value):
    with torch.no_grad():
        p.copy_(value)


def descend_(p, lr):
    if p.grad is not None:
        p.data.sub_(lr * p.grad)
