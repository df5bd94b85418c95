"""Wrong: backward twice, so both gradients are doubled."""
import torch


def gradients(x, w, b):
    z = w * x + b
    z.backward(retain_graph=True)
    z.backward()
    return w.grad, b.grad
