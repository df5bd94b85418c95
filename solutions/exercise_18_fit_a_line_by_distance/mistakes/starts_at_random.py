"""Your `a` and `b` start at random values

Starting at random is right for networks, whose parts must not all be alike. A line has no need of it, and the exercise
says where to start: at zero. Your first loss already belongs to another line, and every run gives other numbers.

Drawing random numbers also moves the random state of the caller, who may rely on it.
"""

import torch


def fit_line(x, y, lr, epochs):
    a = torch.randn((), dtype=torch.float64, requires_grad=True)
    b = torch.randn((), dtype=torch.float64, requires_grad=True)
    losses = []
    lowest, best_a, best_b = float("inf"), 0.0, 0.0
    for _ in range(epochs):
        a.grad = b.grad = None
        loss = torch.mean((a * x - y + b) ** 2 / (a**2 + 1))
        loss.backward()
        losses.append(loss.item())
        if loss.item() < lowest:
            lowest, best_a, best_b = loss.item(), a.item(), b.item()
        with torch.no_grad():
            a -= lr * a.grad
            b -= lr * b.grad
    return best_a, best_b, losses
