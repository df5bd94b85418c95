"""Your lowest loss starts at a number that real losses may never get below

You begin with a fixed number as the lowest loss so far. With data whose losses are all larger, no loss is ever lower,
and nothing is noted.

Which losses are large depends on the units of the data. A safe start is one that every loss is below, whatever the data
are.
"""

import torch


def fit_line(x, y, lr, epochs):
    a = torch.zeros((), dtype=torch.float64, requires_grad=True)
    b = torch.zeros((), dtype=torch.float64, requires_grad=True)
    losses = []
    lowest, best_a, best_b = 1000.0, 0.0, 0.0
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
