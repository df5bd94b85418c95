"""Your loss lacks the factor of one half

Your losses are twice as large as they should be, and so are the gradients, since autograd takes the derivative of
exactly what you compute. Each step is as long as one with twice the learning rate.

When derivatives were taken by hand, the half took away a 2. Autograd does not need it, but it still belongs to this
loss.
"""

import torch


def fit(x, y, w, b, lr, steps):
    losses = []
    for _ in range(steps):
        w.grad = b.grad = None
        loss = torch.sum((w * x**2 + b - y) ** 2)
        loss.backward()
        losses.append(loss.item())
        with torch.no_grad():
            w -= lr * w.grad
            b -= lr * b.grad
    return losses
