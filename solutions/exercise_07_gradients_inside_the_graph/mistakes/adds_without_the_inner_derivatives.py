"""Your gradient of `x` adds up what arrives at `y1` and `y2` as it is

Along each way the gradient has one more step to go, through the operation that made `y1` or `y2` from `x`, and is
multiplied there by that operation's own derivative. For `x + 1` it is 1 and can be overlooked. For `3 * x` it is
not.

Here the two gradients cancel each other, and your sum is 0 wherever `x` stands.
"""

import torch


def path_gradients(x):
    y1 = x + 1
    y2 = 3 * x
    of_y1, of_y2 = torch.autograd.grad((y1 - y2) ** 2, (y1, y2))
    return of_y1, of_y2, of_y1 + of_y2
