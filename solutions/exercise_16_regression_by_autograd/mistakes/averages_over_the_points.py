"""Your loss is a mean over the points, not a sum

With a mean, the loss and with it both gradients are divided by the number of points, so all steps are that much
shorter. Autograd takes the derivative of what you compute, faithfully, and cannot know that another loss was asked for.

The gradient can only be as right as the loss is.
"""

import torch


def fit(x, y, w, b, lr, steps):
    losses = []
    for _ in range(steps):
        w.grad = b.grad = None
        loss = 0.5 * torch.mean((w * x**2 + b - y) ** 2)
        loss.backward()
        losses.append(loss.item())
        with torch.no_grad():
            w -= lr * w.grad
            b -= lr * b.grad
    return losses
