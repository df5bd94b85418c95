"""Right: written in NumPy, then wrapped."""
import numpy as np
import torch


def gradients(x, w, b):
    x_np = np.array(x.numpy(), copy=True)
    b_np = np.ones(1)
    return torch.from_numpy(x_np), torch.from_numpy(b_np)
