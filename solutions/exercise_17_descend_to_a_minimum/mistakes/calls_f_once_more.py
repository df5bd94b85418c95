"""You call `f` once more than there are steps

Each step needs the gradient at the point where it begins. At the point where the last one ends no gradient is needed,
and no value was asked for, but you compute it all the same.

Count the calls for a single step.
"""

import torch


def minimize(f, x0, lr, steps):
    x = x0.clone().requires_grad_()
    points = [x0.clone()]
    value = f(x)
    for _ in range(steps):
        x.grad = None
        value.backward()
        with torch.no_grad():
            x -= lr * x.grad
        points.append(x.detach().clone())
        value = f(x)
    return x.detach(), points
