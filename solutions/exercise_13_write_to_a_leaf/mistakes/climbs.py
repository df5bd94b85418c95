"""`descend_` steps along the gradient, not against it

The gradient points to where the loss grows. Your step goes there, so each one makes the loss larger.

The sign can get lost in `add_`, or by a minus that stands twice. Try it with a loss that you can draw, such as `p**2`
at `p = 1`: to which side must `p` move?
"""

import torch


def assign_(p, value):
    with torch.no_grad():
        p.copy_(value)


def descend_(p, lr):
    with torch.no_grad():
        p += lr * p.grad
