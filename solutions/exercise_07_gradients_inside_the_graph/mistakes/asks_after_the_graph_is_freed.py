"""Your function asks for more gradients when the graph is already freed

The backward pass fills `x.grad` and frees what the graph has saved. When you then ask for the gradients of `y1` and
`y2`, the way from the loss back to them is gone, and torch says that you go through the graph a second time.

All three gradients lie on one way. One pass can collect them, if it is told to beforehand.
"""

import torch


def path_gradients(x):
    x.grad = None
    y1 = x + 1
    y2 = 3 * x
    loss = (y1 - y2) ** 2
    loss.backward()
    of_y1, of_y2 = torch.autograd.grad(loss, (y1, y2))
    return of_y1, of_y2, x.grad
