"""`centred_rows` writes the centred rows into `x`

`x[i]` is not a copy of a row but a view: it has the memory of `x`. Subtracting from it in place changes `x`, just as `x -= ...`
would. Where `x` is a leaf that requires grad, torch refuses; where it is not, nothing stops you, and the caller's tensor has lost its
values.

The result has to live in memory of its own, and still be computed from `x` by operations that autograd records.
"""

import torch


def doubled_sigmoid(x):
    return 2 * torch.sigmoid(x)


def shifted_square(x):
    return ((x + 1) ** 2).sum()


def centred_rows(x):
    for i in range(len(x)):
        x[i] -= x[i].mean()
    return x
