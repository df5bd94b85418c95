"""Your result lacks the gradient of `x`

The gradients of `y1` and `y2` are there, and with them all that is needed for the third. It is asked for as well:
the one in which both ways meet.
"""

import torch


def path_gradients(x):
    y1 = x + 1
    y2 = 3 * x
    loss = (y1 - y2) ** 2
    return torch.autograd.grad(loss, (y1, y2))
