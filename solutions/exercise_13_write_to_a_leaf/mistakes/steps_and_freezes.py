"""After `descend_` the leaf does not require grad any more

A leaf that does not require grad may be written to at any time, so there is no error. But nobody switches the flag on
again (and `p.detach_()` has the same effect): after one step there is no second, because no gradient arrives at `p`
any more.

The flag belongs to the leaf. What is to be off for a moment is autograd.
"""

import torch


def assign_(p, value):
    with torch.no_grad():
        p.copy_(value)


def descend_(p, lr):
    p.requires_grad_(False)
    p -= lr * p.grad
