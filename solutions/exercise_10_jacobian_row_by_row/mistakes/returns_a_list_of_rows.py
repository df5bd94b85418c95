"""Your function returns a list of rows, not a matrix

The rows are right. What is asked for is one tensor of shape `(m, n)`, which can be multiplied, transposed and
inverted.
"""

import torch


def jacobian(f, x):
    leaf = x.detach().clone().requires_grad_()
    y = f(leaf)
    return [torch.autograd.grad(element, leaf, retain_graph=True)[0] for element in y]
