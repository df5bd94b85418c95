"""Right: two scalar leaves, autograd.grad, the best kept as floats."""
import torch


def fit_line(x, y, lr, epochs):
    a = torch.zeros((), dtype=torch.float64, requires_grad=True)
    b = torch.zeros((), dtype=torch.float64, requires_grad=True)
    losses, best = [], None
    for _ in range(epochs):
        loss = ((a * x - y + b) ** 2 / (a**2 + 1)).mean()
        losses.append(loss.item())
        if best is None or losses[-1] < best[0]:
            best = (losses[-1], a.item(), b.item())
        ga, gb = torch.autograd.grad(loss, (a, b))
        with torch.no_grad():
            a -= lr * ga
            b -= lr * gb
    return best[1], best[2], losses
