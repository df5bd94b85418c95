"""Wrong: the losses are tensors, not floats."""
import torch


def fit(x, y, w, b, lr, steps):
    losses = []
    for _ in range(steps):
        loss = 0.5 * ((w * x**2 + b - y) ** 2).sum()
        losses.append(loss.detach())
        gw, gb = torch.autograd.grad(loss, (w, b))
        with torch.no_grad():
            w -= lr * gw
            b -= lr * gb
    return losses
