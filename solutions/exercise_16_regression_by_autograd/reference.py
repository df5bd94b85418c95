"""Clears, goes forward and backward, records the number, and writes the update into the leaves unrecorded."""

import torch
from torch import Tensor


def fit(x: Tensor, y: Tensor, w: Tensor, b: Tensor, lr: float, steps: int) -> list[float]:
    """Descend from `w` and `b` along the gradient of half the sum of squared errors of `w * x**2 + b`."""
    losses = []
    for _ in range(steps):
        w.grad = b.grad = None
        loss = 0.5 * torch.sum((w * x**2 + b - y) ** 2)
        loss.backward()
        losses.append(loss.item())
        with torch.no_grad():
            w -= lr * w.grad
            b -= lr * b.grad
    return losses
