"""You stop as soon as the loss rises

When a loss is higher than the one before, your loop ends, and the remaining epochs are neither run nor recorded. But a
descent that overshoots can come back and get lower than ever, and the caller asked for all epochs.

Keeping the best makes it possible to go on without fear; there is no need to stop.
"""

import torch


def fit_line(x, y, lr, epochs):
    a = torch.zeros((), dtype=torch.float64, requires_grad=True)
    b = torch.zeros((), dtype=torch.float64, requires_grad=True)
    losses = []
    lowest, best_a, best_b = float("inf"), 0.0, 0.0
    for _ in range(epochs):
        a.grad = b.grad = None
        loss = torch.mean((a * x - y + b) ** 2 / (a**2 + 1))
        loss.backward()
        losses.append(loss.item())
        if loss.item() < lowest:
            lowest, best_a, best_b = loss.item(), a.item(), b.item()
        if len(losses) > 1 and losses[-1] > losses[-2]:
            break
        with torch.no_grad():
            a -= lr * a.grad
            b -= lr * b.grad
    return best_a, best_b, losses
