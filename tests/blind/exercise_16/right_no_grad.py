"""Right: backward, update under no_grad, zero_."""
import torch


def fit(x, y, w, b, lr, steps):
    losses = []
    w.grad = None
    b.grad = None
    for _ in range(steps):
        loss = 0.5 * ((w * x**2 + b - y) ** 2).sum()
        losses.append(loss.item())
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
            b -= lr * b.grad
        w.grad.zero_()
        b.grad.zero_()
    return losses
