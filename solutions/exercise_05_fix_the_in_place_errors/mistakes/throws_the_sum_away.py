"""`shifted_square` computes `x + 1` and does not use it

`x.add(1)`, without the underscore, leaves `x` alone and *returns* the sum. Your code calls it and drops what it returns, so the
next line squares `x` as it came.

An in-place method acts on its tensor; the other kind acts only through its result, and somebody has to take it.
"""

import torch


def doubled_sigmoid(x):
    return 2 * torch.sigmoid(x)


def shifted_square(x):
    x.add(1)
    return (x**2).sum()


def centred_rows(x):
    return x - x.mean(dim=1, keepdim=True)
