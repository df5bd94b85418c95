"""Your steps go up the slope, not down

The gradient points to where the loss grows, and you add it. Each step makes the loss larger, until the numbers
overflow.

The backward pass only says where up is. Going the other way is the update's part.
"""

import torch


def fit(x, y, w, b, lr, steps):
    losses = []
    for _ in range(steps):
        w.grad = b.grad = None
        loss = 0.5 * torch.sum((w * x**2 + b - y) ** 2)
        loss.backward()
        losses.append(loss.item())
        with torch.no_grad():
            w += lr * w.grad
            b += lr * b.grad
    return losses
