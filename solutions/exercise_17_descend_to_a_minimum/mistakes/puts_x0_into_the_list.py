"""The first entry of your list is `x0` itself

The values are right, but the tensor is the caller's (or a detached view, which shares its memory). When the caller goes
on to change `x0`, the first point of your record changes as well.

A record keeps copies, of what you were given no less than of what you made.
"""

import torch


def minimize(f, x0, lr, steps):
    points = [x0]
    for _ in range(steps):
        x = points[-1].detach().clone().requires_grad_()
        f(x).backward()
        points.append(x.detach() - lr * x.grad)
    return points[-1].clone(), points
