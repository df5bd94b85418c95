"""Your rows are all zero: they were zeroed after they had been collected

`leaf.grad.zero_()` is in the right place to keep the rows apart. But the list holds the very tensor that is zeroed,
not a copy of its values, so the row just found is wiped out with it.

What you keep must be out of reach of what comes next.
"""

import torch


def jacobian(f, x):
    leaf = x.detach().clone().requires_grad_()
    y = f(leaf)
    rows = []
    for element in y:
        element.backward(retain_graph=True)
        rows.append(leaf.grad)
        leaf.grad.zero_()
    return torch.stack(rows)
