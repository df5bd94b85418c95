"""Your loss is that of the line `a*x - b`

In your error, `b` has the opposite sign to the one it has in the exercise: there it is `a*x - y + b`, which is zero
where `y` is `a*x + b`. The losses are those of a good fit, since your descent finds its way, and only the `b` that it
finds has the wrong sign.

A quick check of an error is a point that lies exactly on the line: the error has to be zero there.
"""

import torch


def fit_line(x, y, lr, epochs):
    a = torch.zeros((), dtype=torch.float64, requires_grad=True)
    b = torch.zeros((), dtype=torch.float64, requires_grad=True)
    losses = []
    lowest, best_a, best_b = float("inf"), 0.0, 0.0
    for _ in range(epochs):
        a.grad = b.grad = None
        loss = torch.mean((a * x - y - b) ** 2 / (a**2 + 1))
        loss.backward()
        losses.append(loss.item())
        if loss.item() < lowest:
            lowest, best_a, best_b = loss.item(), a.item(), b.item()
        with torch.no_grad():
            a -= lr * a.grad
            b -= lr * b.grad
    return best_a, best_b, losses
