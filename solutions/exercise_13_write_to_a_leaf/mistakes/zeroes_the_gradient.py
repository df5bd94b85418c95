"""`descend_` zeroes the gradient after the step

The step is right, but `p.grad` is all zeros afterwards. A caller who wants to look at the gradient, to log its norm,
say, comes too late.

Clearing belongs to whoever starts the next backward pass. An optimizer, too, leaves it to a method of its own.
"""

import torch


def assign_(p, value):
    with torch.no_grad():
        p.copy_(value)


def descend_(p, lr):
    with torch.no_grad():
        p -= lr * p.grad
        p.grad.zero_()
