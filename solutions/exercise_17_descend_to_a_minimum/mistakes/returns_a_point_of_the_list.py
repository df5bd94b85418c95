"""Your final point is the last entry of your list, not a tensor of its own

`points[-1]` has the right values, and it is the very tensor that stands in the list. Who changes the final point in
place, to go on from there for instance, changes the recorded walk along with it.

Two results that are to be independent need memory of their own.
"""

import torch


def minimize(f, x0, lr, steps):
    x = x0.clone().requires_grad_()
    points = [x0.clone()]
    for _ in range(steps):
        x.grad = None
        f(x).backward()
        with torch.no_grad():
            x -= lr * x.grad
        points.append(x.detach().clone())
    return points[-1], points
