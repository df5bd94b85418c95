"""Your model is a straight line

Your prediction is `w * x + b`. The model of this exercise has the square of `x` in it, so your predictions, the loss
and the gradients are all those of another model. Everything else in your loop may be right.

That the model stands in a single line of the loop is the good part of it: nothing else depends on what it is.
"""

import torch


def fit(x, y, w, b, lr, steps):
    losses = []
    for _ in range(steps):
        w.grad = b.grad = None
        loss = 0.5 * torch.sum((w * x + b - y) ** 2)
        loss.backward()
        losses.append(loss.item())
        with torch.no_grad():
            w -= lr * w.grad
            b -= lr * b.grad
    return losses
