"""Adds a term that is zero in value, `x` minus its detached self, to the detached step; the mask is a factor."""

import torch


def ste_round(x):
    return torch.round(x.detach()) + (x - x.detach())


def clipped_ste_sign(x):
    fixed = x.detach()
    passing = (fixed.abs() <= 1).to(fixed.dtype)
    return torch.sign(fixed) + passing * (x - fixed)
