"""Asks for the three gradients at once; `.grad` is not used at all."""

import torch
from torch import Tensor


def path_gradients(x: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Return the gradients of `(y1 - y2)**2` with respect to `y1 = x + 1`, `y2 = 3 * x` and `x`."""
    y1 = x + 1
    y2 = 3 * x
    loss = (y1 - y2) ** 2
    return torch.autograd.grad(loss, (y1, y2, x))
