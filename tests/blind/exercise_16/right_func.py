"""Right: torch.func.grad_and_value on detached copies, copied back at the end."""
import torch
from torch.func import grad_and_value


def loss_of(params, x, y):
    return 0.5 * (params["w"] * x**2 + params["b"] - y).square().sum()


def fit(x, y, w, b, lr, steps):
    params = {"w": w.detach().clone(), "b": b.detach().clone()}
    losses = []
    for _ in range(steps):
        g, value = grad_and_value(loss_of)(params, x, y)
        params = {k: p - lr * g[k] for k, p in params.items()}
        losses.append(value.item())
    with torch.no_grad():
        w.copy_(params["w"])
        b.copy_(params["b"])
    return losses
