"""Wrong: x and y require grad afterwards."""
import torch


def fit(x, y, w, b, lr, steps):
    for t in (x, y, w, b):
        t.requires_grad_()
    losses = []
    for _ in range(steps):
        loss = 0.5 * ((w * x**2 + b - y) ** 2).sum()
        losses.append(loss.item())
        gw, gb = torch.autograd.grad(loss, (w, b))
        with torch.no_grad():
            w -= lr * gw
            b -= lr * gb
    return losses
