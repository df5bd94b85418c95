"""Asks the library for the product; it also gives the value of `f`, which is not needed."""

from torch.autograd.functional import hvp as library_hvp


def hvp(f, x, v):
    _, product = library_hvp(f, x, v)
    return product
