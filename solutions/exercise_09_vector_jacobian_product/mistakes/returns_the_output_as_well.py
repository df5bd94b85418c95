"""Your function returns the output of `f` along with the product

The library's own `vjp` answers with a pair, the output and the product, because both are there anyway. Here the
product alone is asked for.
"""

import torch


def vjp(f, x, v):
    return torch.autograd.functional.vjp(f, x, v)
