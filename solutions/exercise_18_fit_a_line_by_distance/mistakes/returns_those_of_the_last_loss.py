"""You return the parameters of the last recorded loss, not of the lowest

Your `a` and `b` are from before the update, so they do belong to a recorded loss. As long as the loss falls in every
epoch, the last is also the lowest. But nothing promises that it falls.

Which of all recorded losses is the lowest is known only by comparing.
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
        best_a, best_b = a.item(), b.item()
        with torch.no_grad():
            a -= lr * a.grad
            b -= lr * b.grad
    return best_a, best_b, losses
