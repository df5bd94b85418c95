"""Wrong: records only the losses that are the lowest so far; all are asked for."""
import torch


def fit_line(x, y, lr, epochs):
    a = torch.zeros((), dtype=torch.float64, requires_grad=True)
    b = torch.zeros((), dtype=torch.float64, requires_grad=True)
    losses, low = [], float("inf")
    for _ in range(epochs):
        loss = ((a * x - y + b) ** 2 / (a**2 + 1)).mean()
        if loss.item() < low:
            losses.append(loss.item())
            low, best = loss.item(), (a.item(), b.item())
        ga, gb = torch.autograd.grad(loss, (a, b))
        with torch.no_grad():
            a -= lr * ga
            b -= lr * gb
    return *best, losses
