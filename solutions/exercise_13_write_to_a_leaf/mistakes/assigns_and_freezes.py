"""After `assign_` the leaf does not require grad any more

A leaf that does not require grad may be written to at any time, so there is no error. But nobody switches the flag on
again (and `p.detach_()` has the same effect): the next loss is computed from what is now a constant, and no gradient
will arrive at `p`.

The flag belongs to the leaf. What is to be off for a moment is autograd.
"""

import torch


def assign_(p, value):
    p.requires_grad_(False)
    p.copy_(value)


def descend_(p, lr):
    with torch.no_grad():
        p -= lr * p.grad
