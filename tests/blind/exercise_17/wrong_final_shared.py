"""Wrong: the final point is the last of the points; they share memory."""
import torch


def minimize(f, x0, lr, steps):
    points = [x0.detach().clone()]
    for _ in range(steps):
        leaf = points[-1].clone().requires_grad_()
        g, = torch.autograd.grad(f(leaf), leaf)
        points.append(points[-1] - lr * g)
    return points[-1], points
