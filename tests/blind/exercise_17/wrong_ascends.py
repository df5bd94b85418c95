"""Wrong: goes uphill."""
import torch


def minimize(f, x0, lr, steps):
    x = x0.detach().clone()
    points = [x.clone()]
    for _ in range(steps):
        leaf = x.clone().requires_grad_()
        g, = torch.autograd.grad(f(leaf), leaf)
        x = x + lr * g
        points.append(x.clone())
    return x, points
