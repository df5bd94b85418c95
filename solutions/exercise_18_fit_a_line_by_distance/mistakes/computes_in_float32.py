"""Your `a` and `b` are `float32`

`torch.zeros` makes `float32` tensors unless it is told otherwise. Together with `float64` data the loss comes out as
`float64`, so it looks right, but every update of `a` and `b` is rounded to about seven digits.

An operation on two types takes the wider one. A leaf keeps its own.
"""

import torch


def fit_line(x, y, lr, epochs):
    a = torch.zeros((), requires_grad=True)
    b = torch.zeros((), requires_grad=True)
    losses = []
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
