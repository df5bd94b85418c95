"""Right: backward() and .data, grad = None, copies of the best tensors."""
import torch


def fit_line(x, y, lr, epochs):
    params = [torch.tensor(0.0, dtype=torch.float64, requires_grad=True) for _ in "ab"]
    losses = []
    best = [p.detach().clone() for p in params]
    for epoch in range(epochs):
        a, b = params
        loss = ((a * x - y + b) / torch.sqrt(a * a + 1)).square().mean()
        if not losses or loss.item() < min(losses):
            best = [p.detach().clone() for p in params]
        losses.append(loss.item())
        loss.backward()
        for p in params:
            p.data -= lr * p.grad
            p.grad = None
    return float(best[0]), float(best[1]), losses
