"""Your descent is right, and the caller's `w` and `b` never move

In each round you make new leaves with the new values, so the losses fall as they should. But the tensors that were
passed to your function are only the starting point; inside it, their names stand for others after the first step. When
the function returns, these are gone, and the caller holds what was there at the beginning.

What others hold can only be moved where it lies.
"""

import torch


def fit(x, y, w, b, lr, steps):
    losses = []
    for _ in range(steps):
        loss = 0.5 * torch.sum((w * x**2 + b - y) ** 2)
        loss.backward()
        losses.append(loss.item())
        w = (w - lr * w.grad).detach().requires_grad_()
        b = (b - lr * b.grad).detach().requires_grad_()
    return losses
