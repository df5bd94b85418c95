"""Your losses are computed after the update

The parameters move as they should, but each recorded loss is the one that the step leads to. The first, that of the
values passed in, is not in the list. It also costs a second prediction in every step.

The loss whose gradient moves the parameters has already been computed by then, and does not change when they move.
"""

import torch


def fit(x, y, w, b, lr, steps):
    losses = []
    for _ in range(steps):
        w.grad = b.grad = None
        loss = 0.5 * torch.sum((w * x**2 + b - y) ** 2)
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
            b -= lr * b.grad
            losses.append(0.5 * torch.sum((w * x**2 + b - y) ** 2).item())
    return losses
