"""Wrong: assign_ binds the local name alone."""
import torch


def assign_(p, value):
    p = value.clone().requires_grad_()


def descend_(p, lr):
    with torch.no_grad():
        p -= lr * p.grad
