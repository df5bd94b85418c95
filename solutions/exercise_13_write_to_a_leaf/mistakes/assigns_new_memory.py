"""`assign_` puts new memory under the leaf

The object is the same, the values are right, and `value` is left alone. But an assignment to `p.data` replaces what
the leaf lies on. Whoever looked at its memory before, through `p.detach()`, a NumPy array, or a view of some rows,
still looks at the old one, and will never see a change again.

`p.data = ...` exchanges the memory. To fill it is something else.
"""

import torch


def assign_(p, value):
    p.data = value.detach().clone()


def descend_(p, lr):
    with torch.no_grad():
        p -= lr * p.grad
