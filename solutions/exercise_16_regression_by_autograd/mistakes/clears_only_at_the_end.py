"""Your gradients are cleared only after each update

Between your own steps the table is clean. But the first `backward()` adds to whatever `w.grad` and `b.grad` held when
your function was called, and that moves the first step.

Whoever needs an empty `.grad` should empty it just before, rather than trust that somebody else did so after.
"""

import torch


def fit(x, y, w, b, lr, steps):
    losses = []
    for _ in range(steps):
        loss = 0.5 * torch.sum((w * x**2 + b - y) ** 2)
        loss.backward()
        losses.append(loss.item())
        with torch.no_grad():
            w -= lr * w.grad
            b -= lr * b.grad
        w.grad.zero_()
        b.grad.zero_()
    return losses
