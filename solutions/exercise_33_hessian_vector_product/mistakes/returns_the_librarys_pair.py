"""Your function returns a pair, the value of `f` and the product

The library's function computes `f(x)` on its way and hands it to you together with the product. The caller of yours
asked for the product alone.

What a function returns is best looked at once, or looked up.
"""

import torch


def hvp(f, x, v):
    return torch.autograd.functional.hvp(f, x.detach(), v)
