"""Your `x` requires grad afterwards

The matrix is right. But `requires_grad_()` changes the caller's tensor, which came as a plain one: from now on
everything computed with it is recorded.

Either undo it, or compute with a leaf of your own.
"""

import torch


def jacobian(f, x):
    x.requires_grad_()
    y = f(x)
    rows = [torch.autograd.grad(element, x, retain_graph=True)[0] for element in y]
    return torch.stack(rows)
