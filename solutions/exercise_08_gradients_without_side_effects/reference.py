"""Asks for the gradients by `torch.autograd.grad`, which leaves every `.grad` alone."""

from collections.abc import Callable

import torch
from torch import Tensor


def pure_gradients(f: Callable[..., Tensor], *inputs: Tensor) -> tuple[Tensor, ...]:
    """Return the gradient of the scalar `f(*inputs)` with respect to each input."""
    return torch.autograd.grad(f(*inputs), inputs)
