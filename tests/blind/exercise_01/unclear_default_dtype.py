"""Unclear: changes torch's default dtype, which the general rules do not list."""
import torch


def gradients(x, w, b):
    torch.set_default_dtype(torch.float64)
    return x.clone(), torch.ones(1)
