"""Right: autograd.grad, update through .data."""
import torch


def fit(x, y, w, b, lr, steps):
    losses = []
    for _ in range(steps):
        loss = torch.sum((w * x * x + b - y) ** 2) / 2
        gw, gb = torch.autograd.grad(loss, (w, b))
        w.data.sub_(lr * gw)
        b.data.add_(gb, alpha=-lr)
        losses.append(float(loss.detach()))
    return losses
