"""Wrong: switches the global grad mode off and leaves it so after the last update."""
import torch


def fit(x, y, w, b, lr, steps):
    losses = []
    for _ in range(steps):
        torch.set_grad_enabled(True)
        loss = 0.5 * ((w * x**2 + b - y) ** 2).sum()
        losses.append(loss.item())
        gw, gb = torch.autograd.grad(loss, (w, b))
        torch.set_grad_enabled(False)
        w -= lr * gw
        b -= lr * gb
    return losses
