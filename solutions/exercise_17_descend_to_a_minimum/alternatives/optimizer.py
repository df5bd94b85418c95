"""Lets `torch.optim.SGD` clear and move."""

import torch


def minimize(f, x0, lr, steps):
    x = torch.nn.Parameter(x0.detach().clone())
    optimizer = torch.optim.SGD([x], lr=lr)
    path = []
    for _ in range(steps):
        path.append(x.detach().clone())
        optimizer.zero_grad()
        f(x).backward()
        optimizer.step()
    path.append(x.detach().clone())
    return x.data, path
