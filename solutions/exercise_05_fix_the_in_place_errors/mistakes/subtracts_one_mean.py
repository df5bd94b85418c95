"""`centred_rows` subtracts one mean from the whole tensor

`x.mean()` without an axis averages over all elements and is a single number. After subtracting it, the elements of the whole tensor
have mean zero, but those of a single row have not.

Each row has a mean of its own; the function needs as many means as there are rows.
"""

import torch


def doubled_sigmoid(x):
    return 2 * torch.sigmoid(x)


def shifted_square(x):
    return ((x + 1) ** 2).sum()


def centred_rows(x):
    return x - x.mean()
