"""Your final point still requires grad

The points in your list are snapshots. The final point is the leaf that you descended on, and it goes on requiring grad:
whatever the caller computes from it is recorded.

For you it had to be a leaf that requires grad. For the caller it is a result.
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
    return x, points
