"""Wrong: every point is a view of the one tensor that moves."""
import torch


def minimize(f, x0, lr, steps):
    x = x0.detach().clone().requires_grad_()
    points = [x.detach()]
    for _ in range(steps):
        g, = torch.autograd.grad(f(x), x)
        with torch.no_grad():
            x -= lr * g
        points.append(x.detach())
    return x.detach().clone(), points
