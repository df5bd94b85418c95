"""Takes the second result of `torch.autograd.functional.vjp`."""

import torch


def vjp(f, x, v):
    return torch.autograd.functional.vjp(f, x, v)[1]
