"""You switch gradients off and never on again

The first step is right. After it nothing is recorded any more: neither in the second round of your loop, where the loss
has no graph to go back through, nor in any other code after your function.

A switch that is set by hand has to be set back by hand, also when something fails in between. A `with` block does so by
itself.
"""

import torch


def fit(x, y, w, b, lr, steps):
    losses = []
    for _ in range(steps):
        w.grad = b.grad = None
        loss = 0.5 * torch.sum((w * x**2 + b - y) ** 2)
        loss.backward()
        losses.append(loss.item())
        torch.set_grad_enabled(False)
        w -= lr * w.grad
        b -= lr * b.grad
    return losses
