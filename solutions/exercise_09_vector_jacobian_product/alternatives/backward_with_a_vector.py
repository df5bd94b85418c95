"""Uses `backward(v)` on a leaf of its own."""

import torch as t


def vjp(f, x, v):
    leaf = t.nn.Parameter(x)
    f(leaf).backward(v)
    return leaf.grad
