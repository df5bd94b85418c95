"""Wrong: a and b come back as tensors, not floats."""
import torch


def fit_line(x, y, lr, epochs):
    a = torch.zeros((), dtype=torch.float64, requires_grad=True)
    b = torch.zeros((), dtype=torch.float64, requires_grad=True)
    losses, low = [], float("inf")
    for _ in range(epochs):
        loss = ((a * x - y + b) ** 2 / (a**2 + 1)).mean()
        losses.append(loss.item())
        if loss.item() < low:
            low, best = loss.item(), (a.detach().clone(), b.detach().clone())
        ga, gb = torch.autograd.grad(loss, (a, b))
        with torch.no_grad():
            a -= lr * ga
            b -= lr * gb
    return *best, losses
