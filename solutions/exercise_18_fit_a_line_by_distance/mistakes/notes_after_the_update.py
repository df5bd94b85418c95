"""You note `a` and `b` after they were updated

The epoch with the lowest loss is found, but your note is made after the update of that epoch. What you return are the
parameters that this epoch led to, one step too far: whatever their loss was, it is another.

A loss belongs to the values it was computed from. Between computing and noting, they must not move.
"""

import torch


def fit_line(x, y, lr, epochs):
    a = torch.zeros((), dtype=torch.float64, requires_grad=True)
    b = torch.zeros((), dtype=torch.float64, requires_grad=True)
    losses = []
    lowest, best_a, best_b = float("inf"), 0.0, 0.0
    for _ in range(epochs):
        a.grad = b.grad = None
        loss = torch.mean((a * x - y + b) ** 2 / (a**2 + 1))
        loss.backward()
        losses.append(loss.item())
        with torch.no_grad():
            a -= lr * a.grad
            b -= lr * b.grad
        if loss.item() < lowest:
            lowest, best_a, best_b = loss.item(), a.item(), b.item()
    return best_a, best_b, losses
