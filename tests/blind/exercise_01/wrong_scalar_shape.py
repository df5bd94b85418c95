"""Wrong: shape () instead of (1,)."""
import torch


def gradients(x, w, b):
    z = w * x + b
    z.backward()
    return w.grad.squeeze(), b.grad.squeeze()
