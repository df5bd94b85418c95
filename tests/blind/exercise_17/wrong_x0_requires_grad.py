"""Wrong: x0 requires grad afterwards."""
import torch


def minimize(f, x0, lr, steps):
    x = x0.requires_grad_()
    points = [x0.detach().clone()]
    for _ in range(steps):
        g, = torch.autograd.grad(f(x), x)
        x = (x - lr * g).detach().requires_grad_()
        points.append(x.detach().clone())
    return x.detach().clone(), points
