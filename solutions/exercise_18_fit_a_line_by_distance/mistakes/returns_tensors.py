"""Your `a` and `b` are tensors, not floats

The values are right and from the right moment. But what is asked for are numbers, and yours are wrapped in tensors.

A tensor with a single element can give you its number. (A float also cannot be changed by a later update, which makes
it a safer note.)
"""

import torch


def fit_line(x, y, lr, epochs):
    a = torch.zeros((), dtype=torch.float64, requires_grad=True)
    b = torch.zeros((), dtype=torch.float64, requires_grad=True)
    losses = []
    lowest, best_a, best_b = float("inf"), a.detach(), b.detach()
    for _ in range(epochs):
        a.grad = b.grad = None
        loss = torch.mean((a * x - y + b) ** 2 / (a**2 + 1))
        loss.backward()
        losses.append(loss.item())
        if loss.item() < lowest:
            lowest, best_a, best_b = loss.item(), a.detach().clone(), b.detach().clone()
        with torch.no_grad():
            a -= lr * a.grad
            b -= lr * b.grad
    return best_a, best_b, losses
