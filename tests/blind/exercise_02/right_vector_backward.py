"""Right: the vector passed to backward() does the reduction."""
import torch
from torch import Tensor


def _f(x: Tensor) -> Tensor:
    return x.pow(2) + 10


def gradient_of_sum(x: Tensor) -> Tensor:
    y = _f(x)
    y.backward(torch.ones_like(y))
    assert x.grad is not None
    return x.grad.detach().clone()


def gradient_of_mean(x: Tensor) -> Tensor:
    y = _f(x)
    y.backward(torch.full_like(y, 1 / x.numel()))
    assert x.grad is not None
    return x.grad.detach().clone()


def gradients_of_two(x1: Tensor, x2: Tensor) -> tuple[Tensor, Tensor]:
    y = x1**2 + x2**2 + x1 * x2
    y.backward(torch.ones_like(y))
    return x1.grad.clone(), x2.grad.clone()
