"""Wrong: the gradient is never cleared."""
import torch


def minimize(f, x0, lr, steps):
    x = x0.detach().clone().requires_grad_()
    points = [x.detach().clone()]
    for _ in range(steps):
        f(x).backward()
        with torch.no_grad():
            x -= lr * x.grad
        points.append(x.detach().clone())
    return x.detach().clone(), points
