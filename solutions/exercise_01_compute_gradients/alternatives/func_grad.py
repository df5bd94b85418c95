"""Lets `torch.func.grad` differentiate a function of `w` and `b` that returns a scalar."""

import torch


def gradients(x, w, b):
    def z(w, b):
        return (w * x + b).sum()

    return torch.func.grad(z, argnums=(0, 1))(w.detach(), b.detach())
