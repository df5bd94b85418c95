"""Your matrix has a column for each output and a row for each input

All derivatives are there, with rows and columns exchanged. In a Jacobian, row `i` belongs to output `i`: it is the
gradient that one backward pass gives. The shape is `(m, n)`, outputs first.
"""

import torch


def jacobian(f, x):
    leaf = x.detach().clone().requires_grad_()
    y = f(leaf)
    rows = [torch.autograd.grad(element, leaf, retain_graph=True)[0] for element in y]
    return torch.stack(rows, dim=1)
