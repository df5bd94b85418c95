"""Wrong: calls f once more at the end to look at the value."""
import torch


def minimize(f, x0, lr, steps):
    x = x0.detach().clone()
    points = [x.clone()]
    for _ in range(steps):
        leaf = x.clone().requires_grad_()
        g, = torch.autograd.grad(f(leaf), leaf)
        x = x - lr * g
        points.append(x.clone())
    print("minimum:", f(x))
    return x, points
