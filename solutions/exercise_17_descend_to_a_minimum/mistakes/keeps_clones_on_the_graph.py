"""Your points are copies, but they are on the graph

`clone()` copies the numbers into memory of its own, and it is an operation like any other: its result belongs to the
graph of the leaf that it was made from, and requires grad. Whatever is computed from your points is recorded as well,
and NumPy refuses to take them.

Being a copy and being off the graph are two different things.
"""

import torch


def minimize(f, x0, lr, steps):
    x = x0.clone().requires_grad_()
    points = [x.clone()]
    for _ in range(steps):
        x.grad = None
        f(x).backward()
        with torch.no_grad():
            x -= lr * x.grad
        points.append(x.clone())
    return x.detach(), points
