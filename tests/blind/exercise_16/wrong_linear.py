"""Wrong: the model is w * x + b."""
import torch


def fit(x, y, w, b, lr, steps):
    losses = []
    for _ in range(steps):
        loss = 0.5 * ((w * x + b - y) ** 2).sum()
        losses.append(loss.item())
        gw, gb = torch.autograd.grad(loss, (w, b))
        with torch.no_grad():
            w -= lr * gw
            b -= lr * gb
    return losses
