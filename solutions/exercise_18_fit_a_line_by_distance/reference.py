"""Notes `a` and `b` as floats beside the lowest loss so far, before they are updated."""

import torch
from torch import Tensor


def fit_line(x: Tensor, y: Tensor, lr: float, epochs: int) -> tuple[float, float, list[float]]:
    """Descend from `a = b = 0`; return the `a` and `b` of the lowest recorded loss, and all losses."""
    a = torch.zeros((), dtype=torch.float64, requires_grad=True)
    b = torch.zeros((), dtype=torch.float64, requires_grad=True)
    losses: list[float] = []
    lowest, best_a, best_b = float("inf"), 0.0, 0.0
    for _ in range(epochs):
        a.grad = b.grad = None
        loss = torch.mean((a * x - y + b) ** 2 / (a**2 + 1))
        loss.backward()
        losses.append(loss.item())
        if loss.item() < lowest:
            lowest, best_a, best_b = loss.item(), a.item(), b.item()
        with torch.no_grad():
            a -= lr * a.grad
            b -= lr * b.grad
    return best_a, best_b, losses
