"""`doubled_sigmoid` computes the doubled tensor and does not use it

`y.mul(2)`, without the underscore, leaves `y` alone and *returns* the product. Your code calls it and drops what it returns,
so the function gives the sigmoid, once.

An in-place method acts on its tensor; the other kind acts only through its result, and somebody has to take it.
"""

import torch


def doubled_sigmoid(x):
    y = torch.sigmoid(x)
    y.mul(2)
    return y


def shifted_square(x):
    return ((x + 1) ** 2).sum()


def centred_rows(x):
    return x - x.mean(dim=1, keepdim=True)
