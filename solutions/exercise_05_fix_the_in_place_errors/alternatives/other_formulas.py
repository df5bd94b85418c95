"""The same functions by other formulas: tanh, a dot product, a centring matrix."""

import torch


def doubled_sigmoid(x):
    return 1 + torch.tanh(x / 2)


def shifted_square(x):
    flat = (x + torch.ones_like(x)).reshape(-1)
    return torch.dot(flat, flat)


def centred_rows(x):
    cols = x.shape[1]
    centring = torch.eye(cols, dtype=x.dtype) - torch.full((cols, cols), 1 / cols, dtype=x.dtype)
    return x @ centring
