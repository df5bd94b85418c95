"""You return the final `a` and `b`, after the last update

Nobody has computed a loss at these values any more: the last recorded one belongs to the values before the update. And
the last loss need not be the lowest, since a step that is too long leads up again.

The same happens to a note that is a tensor: `best_a = a` is a second name for the tensor that every later update writes
to. What you want to keep of it are its numbers, from the moment that counts.
"""

import torch


def fit_line(x, y, lr, epochs):
    a = torch.zeros((), dtype=torch.float64, requires_grad=True)
    b = torch.zeros((), dtype=torch.float64, requires_grad=True)
    losses = []
    for _ in range(epochs):
        a.grad = b.grad = None
        loss = torch.mean((a * x - y + b) ** 2 / (a**2 + 1))
        loss.backward()
        losses.append(loss.item())
        with torch.no_grad():
            a -= lr * a.grad
            b -= lr * b.grad
    return a.item(), b.item(), losses
