"""Wrong: dz/db as if z were w * x - b."""
import torch


def gradients(x, w, b):
    z = w * x - b
    return torch.autograd.grad(z, [w, b])
