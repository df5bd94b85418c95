"""You look at the gradient of `w` to decide about that of `b`

Whether there is something to clear is asked of `w` alone. The two leaves have separate lives, though: one may have been
used before and carry a gradient, while the other is new and has none.

What holds for one tensor says nothing about another.
"""

import torch


def fit(x, y, w, b, lr, steps):
    losses = []
    for _ in range(steps):
        if w.grad is not None:
            w.grad.zero_()
            b.grad.zero_()
        loss = 0.5 * torch.sum((w * x**2 + b - y) ** 2)
        loss.backward()
        losses.append(loss.item())
        with torch.no_grad():
            w -= lr * w.grad
            b -= lr * b.grad
    return losses
