"""Wrong: draws a random number that nobody asked for; the random state is left as found."""
import torch


def assign_(p, value):
    with torch.no_grad():
        p.normal_()
        p.copy_(value)


def descend_(p, lr):
    with torch.no_grad():
        p -= lr * p.grad
