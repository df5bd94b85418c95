"""Wrong: torch does the work; the text forbids torch."""
import torch


def fit(x, y, w, b, lr, steps):
    x, y = torch.from_numpy(x), torch.from_numpy(y)
    losses = []
    for _ in range(steps):
        err = w * x**2 + b - y
        losses.append(0.5 * (err**2).sum().item())
        w, b = w - lr * (err * x**2).sum().item(), b - lr * err.sum().item()
    return w, b, losses
