"""Passes the rows of the unit matrix as upstream gradients, and writes into a matrix made beforehand."""

import torch as t


def jacobian(f, x):
    leaf = t.nn.Parameter(x)
    y = f(leaf)
    matrix = t.empty(len(y), len(x), dtype=x.dtype)
    for i, basis in enumerate(t.eye(len(y), dtype=y.dtype)):
        matrix[i] = t.autograd.grad(y, leaf, basis, retain_graph=True)[0]
    return matrix
