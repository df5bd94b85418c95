"""Wrong: the points are leaves that require grad, the final one is plain."""
import torch


def minimize(f, x0, lr, steps):
    points = [x0.detach().clone().requires_grad_()]
    for _ in range(steps):
        g, = torch.autograd.grad(f(points[-1]), points[-1])
        points.append((points[-1] - lr * g).detach().requires_grad_())
    return points[-1].detach().clone(), points
