"""Wrong: the search for the lowest starts at 1.0, so with larger losses the start is returned."""
import torch


def fit_line(x, y, lr, epochs):
    a = torch.zeros((), dtype=torch.float64, requires_grad=True)
    b = torch.zeros((), dtype=torch.float64, requires_grad=True)
    losses, low, best = [], 1.0, (0.0, 0.0)
    for _ in range(epochs):
        loss = ((a * x - y + b) ** 2 / (a**2 + 1)).mean()
        losses.append(loss.item())
        if loss.item() < low:
            low, best = loss.item(), (a.item(), b.item())
        ga, gb = torch.autograd.grad(loss, (a, b))
        with torch.no_grad():
            a -= lr * ga
            b -= lr * gb
    return *best, losses
