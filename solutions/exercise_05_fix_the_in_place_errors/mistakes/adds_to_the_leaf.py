"""`shifted_square` adds 1 to the leaf itself

`x += 1` and `x.add_(1)` do not make a new tensor: they write into the memory of `x`. A leaf that requires grad is the tensor with
respect to which the gradient is asked. Once overwritten, there would be no tensor left that stands for the value before
the change, so torch refuses at once, before any backward pass.

It would be wrong for another reason, too: the caller's tensor would have other values than before the call.
"""

import torch


def doubled_sigmoid(x):
    return 2 * torch.sigmoid(x)


def shifted_square(x):
    x += 1
    return (x**2).sum()


def centred_rows(x):
    return x - x.mean(dim=1, keepdim=True)
