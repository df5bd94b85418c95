"""Wrong: assign_ leaves grad mode off."""
import torch


def assign_(p, value):
    torch.set_grad_enabled(False)
    p.copy_(value)


def descend_(p, lr):
    with torch.no_grad():
        p -= lr * p.grad
