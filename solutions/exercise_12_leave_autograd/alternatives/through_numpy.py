"""The array comes first, and the two tensors are made from it."""

import numpy as np
import torch


def to_numpy(t):
    return np.asarray(t.detach())


def snapshot(t):
    return torch.from_numpy(to_numpy(t).copy())


def shared_view(t):
    return torch.from_numpy(to_numpy(t))
