"""Zeroes what is there, switches gradients off by hand, and copies the new values into the old tensors."""

import torch


def clear(p):
    if p.grad is not None:
        p.grad.zero_()


def fit(x, y, w, b, lr, steps):
    out = []
    clear(w), clear(b)
    for _ in range(steps):
        loss = ((w * x**2 + b - y) ** 2).sum().mul(0.5)
        loss.backward()
        torch.set_grad_enabled(False)
        w.copy_(w - lr * w.grad)
        b.copy_(b - lr * b.grad)
        torch.set_grad_enabled(True)
        clear(w), clear(b)
        out.append(loss.detach().numpy().item())
    return out
