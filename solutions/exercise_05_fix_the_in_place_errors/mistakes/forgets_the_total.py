"""`shifted_square` returns a number for each element

The squares are right, but they have not been added up. The result has the shape of `x`, where a scalar was asked for, and
`backward()` without an argument works on scalars only.

The derivative of a sum with respect to one element is the derivative of that element's own term, so the reduction costs you
nothing; it only has to be there.
"""

import torch


def doubled_sigmoid(x):
    return 2 * torch.sigmoid(x)


def shifted_square(x):
    return (x + 1) ** 2


def centred_rows(x):
    return x - x.mean(dim=1, keepdim=True)
