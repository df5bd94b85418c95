"""Wrong: the first point shares x0's memory."""
import torch


def minimize(f, x0, lr, steps):
    x = x0.detach()
    points = [x]
    for _ in range(steps):
        leaf = x.clone().requires_grad_()
        g, = torch.autograd.grad(f(leaf), leaf)
        x = x - lr * g
        points.append(x)
    return x.clone(), points
