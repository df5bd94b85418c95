"""Your rows are all the same, the last of the true ones

The gradient is zeroed before each pass, so the rows do not add up. But they are all one tensor: each pass writes
into it, and the list holds it `m` times.

A tensor in a list is not a snapshot.
"""

import torch


def jacobian(f, x):
    leaf = x.detach().clone().requires_grad_()
    y = f(leaf)
    rows = []
    for element in y:
        if leaf.grad is not None:
            leaf.grad.zero_()
        element.backward(retain_graph=True)
        rows.append(leaf.grad)
    return torch.stack(rows)
