"""`descend_` puts new memory under the leaf

The values after the step are right, but `p.data - ...` is a new tensor, and the assignment to `p.data` puts its
memory under the leaf. Whoever looked at the leaf's memory before, through `p.detach()`, a NumPy array, or a view of
some rows, still looks at the old one.

`p.data = p.data - ...` exchanges the memory. The step was to be made in it.
"""

import torch


def assign_(p, value):
    with torch.no_grad():
        p.copy_(value)


def descend_(p, lr):
    p.data = p.data - lr * p.grad
