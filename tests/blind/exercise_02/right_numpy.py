"""Right: NumPy in the middle."""
import numpy as np
import torch


def _np(x):
    return x.detach().cpu().numpy()


def gradient_of_sum(x):
    return torch.from_numpy(2.0 * _np(x))


def gradient_of_mean(x):
    return torch.from_numpy(2.0 * _np(x) / _np(x).size)


def gradients_of_two(x1, x2):
    a, b = _np(x1), _np(x2)
    return torch.tensor(2 * a + b), torch.tensor(2 * b + a)
