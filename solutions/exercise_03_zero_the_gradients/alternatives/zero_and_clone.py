"""Zeroes `x.grad` in place where there is one, and stores clones."""

import torch
from torch import Tensor


def clear(x: Tensor) -> None:
    if x.grad is not None:
        x.grad.zero_()


def gradient_of_each_call(f, x: Tensor, calls: int) -> list[Tensor]:
    gradients: list[Tensor] = [torch.empty(0)] * calls
    for i in range(calls):
        clear(x)
        f(x).backward()
        gradients[i] = x.grad.detach().clone()
    clear(x)
    return gradients
