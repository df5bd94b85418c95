"""After your functions gradients are on, also where they were off before

The change itself is right. But `torch.set_grad_enabled(True)` at the end is only a guess at how the switch stood. For
a caller who had switched gradients off, your function has switched them on.

To put something back, you must have looked at it before.
"""

import torch


def assign_(p, value):
    torch.set_grad_enabled(False)
    p.copy_(value)
    torch.set_grad_enabled(True)


def descend_(p, lr):
    torch.set_grad_enabled(False)
    p -= lr * p.grad
    torch.set_grad_enabled(True)
