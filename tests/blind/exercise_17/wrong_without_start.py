"""Wrong: x0 is missing; the final point stands twice for the right count."""
import torch


def minimize(f, x0, lr, steps):
    x = x0.detach().clone()
    points = []
    for _ in range(steps):
        leaf = x.clone().requires_grad_()
        g, = torch.autograd.grad(f(leaf), leaf)
        x = x - lr * g
        points.append(x.clone())
    points.append(x.clone())
    return x, points
