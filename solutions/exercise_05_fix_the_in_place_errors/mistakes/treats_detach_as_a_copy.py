"""`shifted_square` changes `x` through a detached view

`detach()` gives a tensor off the graph, but it copies nothing: the new tensor has the same memory as `x`. Adding 1 to it in place adds 1 to
`x`. Two things are lost at once: the caller's values have changed, and no gradient flows back, since the result
is computed from a tensor that the graph does not know.

Being off the graph and having memory of one's own are two different properties of a tensor.
"""

import torch


def doubled_sigmoid(x):
    return 2 * torch.sigmoid(x)


def shifted_square(x):
    z = x.detach()
    z += 1
    return (z**2).sum()


def centred_rows(x):
    return x - x.mean(dim=1, keepdim=True)
