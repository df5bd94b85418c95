"""Wrong: each loss is recorded after its update."""
import torch


def fit(x, y, w, b, lr, steps):
    losses = []
    for _ in range(steps):
        loss = 0.5 * ((w * x**2 + b - y) ** 2).sum()
        gw, gb = torch.autograd.grad(loss, (w, b))
        with torch.no_grad():
            w -= lr * gw
            b -= lr * gb
            losses.append(0.5 * ((w * x**2 + b - y) ** 2).sum().item())
    return losses
