"""Your list does not have the last point in it

You keep the point before each step, so `steps` points. The last step leads to one more, which you return as the final
point, but which is missing in the list.

Between `n + 1` points there are `n` steps. With one step, how many points are there to be drawn?
"""

import torch


def minimize(f, x0, lr, steps):
    x = x0.clone().requires_grad_()
    points = []
    for _ in range(steps):
        points.append(x.detach().clone())
        x.grad = None
        f(x).backward()
        with torch.no_grad():
            x -= lr * x.grad
    return x.detach(), points
