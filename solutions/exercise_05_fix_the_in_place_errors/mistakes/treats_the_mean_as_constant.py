"""`centred_rows` takes the mean of each row as a constant

The values are right, but the means were computed off the graph (by `detach()`, `item()`, or inside `torch.no_grad()`). To autograd they
are constants, so the gradient that arrives at `x` is simply the one that came from above.

The mean depends on `x`, too: raising one element of a row raises the mean, and thus lowers *every* element of the result in this row. Both ways
back to `x` belong to the gradient.
"""

import torch


def doubled_sigmoid(x):
    return 2 * torch.sigmoid(x)


def shifted_square(x):
    return ((x + 1) ** 2).sum()


def centred_rows(x):
    with torch.no_grad():
        mean = x.mean(dim=1, keepdim=True)
    return x - mean
