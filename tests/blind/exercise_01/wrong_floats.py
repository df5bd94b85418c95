"""Wrong: returns floats; the contract says tensors of shape (1,)."""
import torch


def gradients(x, w, b):
    z = w * x + b
    z.backward()
    return w.grad.item(), b.grad.item()
