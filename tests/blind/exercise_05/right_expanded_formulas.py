"""Right: other formulas for the same functions."""
import torch
from torch import Tensor


def doubled_sigmoid(x: Tensor) -> Tensor:
    return 1 + torch.tanh(x / 2)


def shifted_square(x: Tensor) -> Tensor:
    return (x * x).sum() + 2 * x.sum() + x.numel()


def centred_rows(x: Tensor) -> Tensor:
    n = x.shape[1]
    centring = torch.eye(n, dtype=x.dtype) - 1 / n
    return x @ centring
