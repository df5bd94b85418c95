"""`doubled_sigmoid` cuts its result off the graph

After `detach()`, and for everything computed inside `torch.no_grad()`, there is no way back to `x`. In-place changes are then allowed,
because nobody will ever ask for a gradient: the values are right and the error is gone, but so is the derivative. The result does not
require grad.

The error pointed to a conflict between your change and the backward pass. Removing the backward pass ends the conflict, but the
backward pass was what you wanted to keep.
"""

import torch


def doubled_sigmoid(x):
    y = torch.sigmoid(x).detach()
    y *= 2
    return y


def shifted_square(x):
    return ((x + 1) ** 2).sum()


def centred_rows(x):
    return x - x.mean(dim=1, keepdim=True)
