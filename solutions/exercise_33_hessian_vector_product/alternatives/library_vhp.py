"""Takes `v @ H` from the library in place of `H @ v`, which is the cheaper of the two."""

import torch


def hvp(f, x, v):
    return torch.autograd.functional.vhp(f, x, v)[1]
