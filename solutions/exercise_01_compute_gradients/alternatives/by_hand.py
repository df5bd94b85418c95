"""Derives the gradients by hand: `z` is linear in `w` with slope `x`, and in `b` with slope 1. Autograd is not used."""

import torch


def gradients(x, w, b):
    return x, torch.ones_like(b)
