"""Wrong: assigns w.data, so the storage is another."""
import torch


def fit(x, y, w, b, lr, steps):
    losses = []
    for _ in range(steps):
        loss = 0.5 * ((w * x**2 + b - y) ** 2).sum()
        losses.append(loss.item())
        gw, gb = torch.autograd.grad(loss, (w, b))
        w.data = w.data - lr * gw
        b.data = b.data - lr * gb
    return losses
