"""Your result loses an axis where there is a single output or a single input

The Jacobian of a function with one output is a matrix of one row, of shape `(1, n)`, and with one input it is of
shape `(m, 1)`. `squeeze()` removes every axis of size one, and the caller who multiplies by the result gets
something else than a matrix product.
"""

import torch


def jacobian(f, x):
    leaf = x.detach().clone().requires_grad_()
    y = f(leaf)
    rows = [torch.autograd.grad(element, leaf, retain_graph=True)[0] for element in y]
    return torch.stack(rows).squeeze()
