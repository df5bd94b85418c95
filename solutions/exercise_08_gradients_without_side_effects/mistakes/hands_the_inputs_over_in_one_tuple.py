"""Your `f` is given one tuple in place of its arguments

Inside your function `inputs` is a tuple. `f(inputs)` calls `f` with that tuple as its one and only argument; what
is wanted is `f(a, b)` for two inputs, `f(a, b, c)` for three.

The star in the signature packs the arguments into a tuple. Where they are handed on, they have to be unpacked
again.
"""

import torch


def pure_gradients(f, *inputs):
    return torch.autograd.grad(f(inputs), inputs)
