"""Wrong: the vertical distance, without the division by a**2 + 1."""
import torch


def fit_line(x, y, lr, epochs):
    a = torch.zeros((), dtype=torch.float64, requires_grad=True)
    b = torch.zeros((), dtype=torch.float64, requires_grad=True)
    losses, low = [], float("inf")
    for _ in range(epochs):
        loss = ((a * x - y + b) ** 2).mean()
        losses.append(loss.item())
        if loss.item() < low:
            low, best = loss.item(), (a.item(), b.item())
        ga, gb = torch.autograd.grad(loss, (a, b))
        with torch.no_grad():
            a -= lr * ga
            b -= lr * gb
    return *best, losses
