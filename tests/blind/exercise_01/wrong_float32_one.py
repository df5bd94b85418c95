"""Wrong: dz/db is torch.ones(1), float32; the dtype must match exactly."""
import torch


def gradients(x, w, b):
    return x.clone(), torch.ones(1)
