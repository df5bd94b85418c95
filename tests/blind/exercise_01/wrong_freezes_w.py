"""Wrong: w does not require grad afterwards; requires_grad is left as found."""
import torch


def gradients(x, w, b):
    z = w * x + b
    z.backward()
    w.requires_grad_(False)
    b.requires_grad_(False)
    return w.grad, b.grad
