"""Your function returns `w` and `b` beside the losses

In exercise 15 the parameters were floats, and the only way to give the new ones to the caller was to return them. Here
they are tensors that are moved in place. The caller has them already, and what is asked for is the list of losses
alone.
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
            w -= lr * w.grad
            b -= lr * b.grad
    return w, b, losses
