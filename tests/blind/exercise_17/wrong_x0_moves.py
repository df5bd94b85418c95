"""Wrong: x0 itself is moved."""
import torch


def minimize(f, x0, lr, steps):
    points = [x0.detach().clone()]
    for _ in range(steps):
        leaf = x0.detach().clone().requires_grad_()
        g, = torch.autograd.grad(f(leaf), leaf)
        x0.data -= lr * g
        points.append(x0.detach().clone())
    return x0.detach().clone(), points
