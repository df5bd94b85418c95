"""Wrong: a dictionary instead of a tuple."""
import torch


def gradients(x, w, b):
    z = w * x + b
    z.backward()
    return {"w": w.grad, "b": b.grad}
