"""Your gradient of `x` comes along one way only

`dloss/dx` is what arrived by way of `y1`. But `x` acts on the loss by way of `y2` as well, and even three times as
strongly: whoever moves `x` moves both.

The chain rule has a term for each way from `x` to the loss, and the gradient is their sum.
"""

import torch


def path_gradients(x):
    y1 = x + 1
    y2 = 3 * x
    of_y1, of_y2 = torch.autograd.grad((y1 - y2) ** 2, (y1, y2))
    (of_x,) = torch.autograd.grad((x + 1 - y2.detach()) ** 2, x)
    return of_y1, of_y2, of_x
