"""Writes each point into a row of one table; rows have no element in common."""

import torch


def minimize(f, x0, lr, steps):
    path = torch.empty(steps + 1, *x0.shape, dtype=x0.dtype)
    path[0] = x0
    for k in range(steps):
        x = path[k].clone().requires_grad_(True)
        f(x).backward()
        path[k + 1] = path[k] - lr * x.grad
    return path[-1].clone(), list(path)
