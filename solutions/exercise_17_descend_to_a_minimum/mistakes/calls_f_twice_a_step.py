"""You call `f` twice in every step

One call is for the gradient, the other for the value. Both come from a single call: the scalar that `f` returns is the
value, and it is also the end of the graph that you go back through.

A function can be expensive, and it can walk through batches, so that the second call is about another one.
"""

import torch


def minimize(f, x0, lr, steps):
    x = x0.clone().requires_grad_()
    points = [x0.clone()]
    for _ in range(steps):
        x.grad = None
        f(x).backward()
        print(f(x).item())
        with torch.no_grad():
            x -= lr * x.grad
        points.append(x.detach().clone())
    return x.detach(), points
