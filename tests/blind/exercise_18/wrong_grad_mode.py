"""Wrong: leaves the global grad mode off."""
import torch


def fit_line(x, y, lr, epochs):
    a = torch.zeros((), dtype=torch.float64, requires_grad=True)
    b = torch.zeros((), dtype=torch.float64, requires_grad=True)
    losses, low = [], float("inf")
    for _ in range(epochs):
        torch.set_grad_enabled(True)
        loss = ((a * x - y + b) ** 2 / (a**2 + 1)).mean()
        losses.append(loss.item())
        if loss.item() < low:
            low, best = loss.item(), (a.item(), b.item())
        ga, gb = torch.autograd.grad(loss, (a, b))
        torch.set_grad_enabled(False)
        a -= lr * ga
        b -= lr * gb
    return *best, losses
