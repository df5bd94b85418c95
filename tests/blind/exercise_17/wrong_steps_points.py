"""Wrong: the final point is missing from the points, steps of them."""
import torch


def minimize(f, x0, lr, steps):
    x = x0.detach().clone()
    points = []
    for _ in range(steps):
        points.append(x.clone())
        leaf = x.clone().requires_grad_()
        g, = torch.autograd.grad(f(leaf), leaf)
        x = x - lr * g
    return x, points
