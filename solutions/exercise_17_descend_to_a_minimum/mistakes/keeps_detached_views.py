"""Your points are off the graph, but in the memory that moves

`detach()` gives a new tensor that autograd does not follow. It does not copy a single number: the new tensor looks at
the same memory as the old one. Each in-place step writes there, so all your points show where the walk ended.

Being off the graph and being a copy are two different things.
"""

import torch


def minimize(f, x0, lr, steps):
    x = x0.clone().requires_grad_()
    points = [x.detach()]
    for _ in range(steps):
        x.grad = None
        f(x).backward()
        with torch.no_grad():
            x -= lr * x.grad
        points.append(x.detach())
    return x.detach().clone(), points
