"""Wrong: the recorded loss lacks the 0.5; the gradients have it."""
import torch


def fit(x, y, w, b, lr, steps):
    losses = []
    for _ in range(steps):
        total = ((w * x**2 + b - y) ** 2).sum()
        losses.append(total.item())
        gw, gb = torch.autograd.grad(0.5 * total, (w, b))
        with torch.no_grad():
            w -= lr * gw
            b -= lr * gb
    return losses
