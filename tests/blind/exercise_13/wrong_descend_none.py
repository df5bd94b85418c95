"""Wrong: descend_ sets p.grad to None."""
import torch


def assign_(p, value):
    with torch.no_grad():
        p.copy_(value)


def descend_(p, lr):
    with torch.no_grad():
        p -= lr * p.grad
    p.grad = None
