"""Your update writes to leaves while gradients are on

Autograd refuses: a leaf that requires grad would be overwritten by the result of an operation, and so would no longer
be the place where the graph begins.

The update is not part of the computation whose gradient is sought. There are ways to tell autograd that some lines are
none of its business; you met them in the exercises about switching gradients off and about writing to a leaf.
"""

import torch


def fit(x, y, w, b, lr, steps):
    losses = []
    for _ in range(steps):
        w.grad = b.grad = None
        loss = 0.5 * torch.sum((w * x**2 + b - y) ** 2)
        loss.backward()
        losses.append(loss.item())
        w -= lr * w.grad
        b -= lr * b.grad
    return losses
