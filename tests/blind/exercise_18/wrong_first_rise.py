"""Wrong: keeps the a and b before the first rise of the loss, though a lower one comes later."""
import torch


def fit_line(x, y, lr, epochs):
    a = torch.zeros((), dtype=torch.float64, requires_grad=True)
    b = torch.zeros((), dtype=torch.float64, requires_grad=True)
    losses, rose, best = [], False, (0.0, 0.0)
    for _ in range(epochs):
        loss = ((a * x - y + b) ** 2 / (a**2 + 1)).mean()
        rose = rose or (losses and loss.item() > losses[-1])
        losses.append(loss.item())
        if not rose:
            best = a.item(), b.item()
        ga, gb = torch.autograd.grad(loss, (a, b))
        with torch.no_grad():
            a -= lr * ga
            b -= lr * gb
    return *best, losses
