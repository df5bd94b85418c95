"""Calls `f` on a leaf of its own, and goes backward from the result with `v` as upstream gradient."""

from collections.abc import Callable

import torch
from torch import Tensor


def vjp(f: Callable[[Tensor], Tensor], x: Tensor, v: Tensor) -> Tensor:
    """Return `v @ J`, of shape `(n,)`, where `J` `(m, n)` is the Jacobian of `f` at `x`."""
    leaf = x.detach().clone().requires_grad_()
    (product,) = torch.autograd.grad(f(leaf), leaf, v)
    return product
