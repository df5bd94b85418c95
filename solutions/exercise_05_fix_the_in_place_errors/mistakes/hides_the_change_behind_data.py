"""`doubled_sigmoid` changes the saved output through `.data`

`.data` gives the tensor's memory without the counter by which autograd notices changes. So the doubled values were written over those
that the sigmoid had saved, nobody noticed, and the backward pass computed `y * (1 - y)` from the wrong `y`. There is no
error any more, and the gradient is wrong.

The error message was the better outcome of the two. This exercise forbids `.data` for that reason.
"""

import torch


def doubled_sigmoid(x):
    y = torch.sigmoid(x)
    y.data.mul_(2)
    return y


def shifted_square(x):
    return ((x + 1) ** 2).sum()


def centred_rows(x):
    return x - x.mean(dim=1, keepdim=True)
