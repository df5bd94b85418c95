"""Wrong: switches requires_grad off for the update and, at the end, does not switch b's on again."""
import torch


def fit(x, y, w, b, lr, steps):
    losses = []
    for _ in range(steps):
        w.requires_grad_(True)
        b.requires_grad_(True)
        loss = 0.5 * ((w * x**2 + b - y) ** 2).sum()
        losses.append(loss.item())
        gw, gb = torch.autograd.grad(loss, (w, b))
        w.requires_grad_(False)
        b.requires_grad_(False)
        w -= lr * gw
        b -= lr * gb
    w.requires_grad_(True)
    return losses
