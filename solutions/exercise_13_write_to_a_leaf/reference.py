"""Both write into the leaf's own memory, in a block where nothing is recorded."""

import torch
from torch import Tensor


def assign_(p: Tensor, value: Tensor) -> None:
    """Set the values of the leaf `p` to those of `value`, a tensor of its shape."""
    with torch.no_grad():
        p.copy_(value)


def descend_(p: Tensor, lr: float) -> None:
    """Set the leaf `p` to `p - lr * p.grad`."""
    with torch.no_grad():
        p -= lr * p.grad
