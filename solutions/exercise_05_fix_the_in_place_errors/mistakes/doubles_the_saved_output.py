"""`doubled_sigmoid` changes the output that the sigmoid saved

For the derivative of the sigmoid, autograd keeps the sigmoid's *output* `y` and computes `y * (1 - y)` from it in the
backward pass. Your function writes the doubled values into that same memory, under whatever name. `*=`, `mul_`, and a change
through a detached view or under `torch.no_grad()` all count as a change of the saved tensor; the backward pass sees that it is no longer
what was saved, and stops.

Saving is a promise that the values stay. What may be changed is memory that no backward pass has to read.
"""

import torch


def doubled_sigmoid(x):
    y = torch.sigmoid(x)
    y *= 2
    return y


def shifted_square(x):
    return ((x + 1) ** 2).sum()


def centred_rows(x):
    return x - x.mean(dim=1, keepdim=True)
