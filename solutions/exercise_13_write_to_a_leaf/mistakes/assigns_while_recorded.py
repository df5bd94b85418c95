"""`assign_` writes into the leaf while gradients are on

torch refuses. If this were allowed, the leaf would become the result of a copy, and there would be no leaf left for
gradients to arrive at.

Nobody wants a gradient of this change, so autograd need not know of it. How can you tell it to look away for a
moment?
"""

import torch


def assign_(p, value):
    p.copy_(value)


def descend_(p, lr):
    with torch.no_grad():
        p -= lr * p.grad
