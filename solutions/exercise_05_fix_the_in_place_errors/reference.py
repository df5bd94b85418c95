"""Each function makes a new tensor where the starter changed an old one."""

import torch
from torch import Tensor


def doubled_sigmoid(x: Tensor) -> Tensor:
    """Return `2 * sigmoid(x)`; the sigmoid's output, saved for the backward pass, stays as it is."""
    return 2 * torch.sigmoid(x)


def shifted_square(x: Tensor) -> Tensor:
    """Return the sum of `(x + 1)**2`, a scalar; `x + 1` is a tensor of its own."""
    return ((x + 1) ** 2).sum()


def centred_rows(x: Tensor) -> Tensor:
    """Return `x` `(rows, cols)` minus the mean of each row; the means are `(rows, 1)` and part of the graph."""
    return x - x.mean(dim=1, keepdim=True)
