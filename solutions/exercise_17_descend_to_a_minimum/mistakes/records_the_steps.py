"""Your steps are recorded, so the whole walk hangs on one graph

`x = x - lr * gradient` is computed with gradients on, from an `x` that requires grad. So each point is linked to the
one before it, back to the start, and none of this can be freed as long as you hold the last. All your points require
grad.

The steps are not part of the function whose gradient you take. Where a point is reached, its past no longer matters.
"""

import torch


def minimize(f, x0, lr, steps):
    x = x0.clone().requires_grad_()
    points = [x]
    for _ in range(steps):
        (gradient,) = torch.autograd.grad(f(x), x)
        x = x - lr * gradient
        points.append(x)
    return x.clone(), points
