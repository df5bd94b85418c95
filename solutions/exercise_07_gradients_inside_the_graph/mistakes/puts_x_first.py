"""Your result begins with the gradient of `x`

The three gradients are right. They are asked for from the inside to the outside: that of `y1`, that of `y2`, and
that of `x` last.
"""

import torch


def path_gradients(x):
    y1 = x + 1
    y2 = 3 * x
    loss = (y1 - y2) ** 2
    return torch.autograd.grad(loss, (x, y1, y2))
