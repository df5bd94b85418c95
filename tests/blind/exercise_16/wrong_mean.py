"""Wrong: the mean, not 0.5 times the sum."""
import torch


def fit(x, y, w, b, lr, steps):
    losses = []
    for _ in range(steps):
        loss = ((w * x**2 + b - y) ** 2).mean()
        losses.append(loss.item())
        gw, gb = torch.autograd.grad(loss, (w, b))
        with torch.no_grad():
            w -= lr * gw
            b -= lr * gb
    return losses
