"""Your list holds the moving point itself, many times

`points.append(x)` stores no numbers, it stores the tensor `x`. Each step then moves that tensor in place, so every
entry of the list moves with it, and at the end all of them show the final point. It requires grad, too, being the leaf
that you descend on.

What you want to keep from something that moves is a picture of it, taken at that moment.
"""

import torch


def minimize(f, x0, lr, steps):
    x = x0.clone().requires_grad_()
    points = [x]
    for _ in range(steps):
        x.grad = None
        f(x).backward()
        with torch.no_grad():
            x -= lr * x.grad
        points.append(x)
    return x, points
