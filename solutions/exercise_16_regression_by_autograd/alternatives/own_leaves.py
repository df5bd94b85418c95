"""Descends on leaves of its own, and writes the result into those of the caller at the end."""

import torch


def fit(x, y, w, b, lr, steps):
    p = torch.cat([w.detach().flatten(), b.detach().flatten()]).requires_grad_()
    losses = []
    for _ in range(steps):
        loss = 0.5 * torch.sum((p[0] * x**2 + p[1] - y) ** 2)
        (g,) = torch.autograd.grad(loss, p)
        p = (p - lr * g).detach().requires_grad_()
        losses.append(loss.item())
    with torch.no_grad():
        w.fill_(p[0])
        b.fill_(p[1])
    return losses
