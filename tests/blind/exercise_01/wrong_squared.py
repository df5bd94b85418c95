"""Wrong: the gradient of z squared, not of z."""
import torch


def gradients(x, w, b):
    z = w * x + b
    loss = (z**2).sum()
    loss.backward()
    return w.grad, b.grad
