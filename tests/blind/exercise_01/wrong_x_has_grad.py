"""Wrong: x no longer requires grad afterwards, but it was given a .grad; it came without and leaves so."""
import torch


def gradients(x, w, b):
    x.requires_grad_(True)
    z = w * x + b
    z.backward()
    x.requires_grad_(False)
    return w.grad, b.grad
