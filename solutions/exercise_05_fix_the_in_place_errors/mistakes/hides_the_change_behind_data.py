"""The gradient of `doubled_sigmoid` is computed from the doubled value

The derivative is `y * (1 - y)`, with the `y` that the sigmoid itself gave; yours was computed from the doubled one. That happens
unnoticed where `.data` writes the doubled values over those that the sigmoid had saved: `.data` gives a tensor's memory without the
counter by which autograd notices changes. It happens as well in a backward pass of your own that saves the wrong tensor.

There is no error any more, and the gradient is wrong: the error message was the better outcome of the two. This exercise forbids
`.data` for that reason.
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
