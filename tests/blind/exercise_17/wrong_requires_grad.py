"""Wrong: the final point requires grad."""
import torch


def minimize(f, x0, lr, steps):
    x = x0.detach().clone().requires_grad_()
    points = [x.detach().clone()]
    for _ in range(steps):
        g, = torch.autograd.grad(f(x), x)
        with torch.no_grad():
            x -= lr * g
        points.append(x.detach().clone())
    return x, points
