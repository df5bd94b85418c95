"""Your function leaves `x` without requiring grad

The results are right. But `requires_grad_(False)` stays after the function has returned: the caller's `x` is now a
constant, and the next backward pass will not reach it.

What a function changes for its own work, it must change back, or better not change at all.
"""

import torch


def path_gradients(x):
    y1 = x + 1
    y2 = 3 * x
    gradients = torch.autograd.grad((y1 - y2) ** 2, (y1, y2, x))
    x.requires_grad_(False)
    return gradients
