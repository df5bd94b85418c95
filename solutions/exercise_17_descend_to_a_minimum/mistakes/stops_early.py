"""Your function stops when the gradient is small

It saves steps that hardly move the point. But the caller asked for a number of steps, and relies on getting `steps + 1`
points and on `f` being called that often. Where to stop was the caller's decision here.

Two functions that stop on their own, each by another rule, cannot be compared step by step.
"""

import torch


def minimize(f, x0, lr, steps):
    x = x0.clone().requires_grad_()
    points = [x0.clone()]
    for _ in range(steps):
        x.grad = None
        f(x).backward()
        if x.grad.norm() < 1e-6:
            break
        with torch.no_grad():
            x -= lr * x.grad
        points.append(x.detach().clone())
    return x.detach(), points
