"""Your gradients have a graph of their own

With `create_graph=True` the backward pass is recorded as well, so that its results can be differentiated once more.
So yours require grad, and keep alive everything that they were computed from.

Here nobody will differentiate them again.
"""

import torch


def path_gradients(x):
    y1 = x + 1
    y2 = 3 * x
    loss = (y1 - y2) ** 2
    return torch.autograd.grad(loss, (y1, y2, x), create_graph=True)
