"""Right: the gradients by formula and written through a detached view; the description asks for behaviour."""
import torch


@torch.no_grad()
def fit(x, y, w, b, lr, steps):
    losses = []
    wv, bv = w.detach(), b.detach()
    for _ in range(steps):
        e = wv * x**2 + bv - y
        losses.append(0.5 * (e * e).sum().item())
        gw, gb = (e * x**2).sum(), e.sum()
        wv -= lr * gw
        bv -= lr * gb
    return losses
