"""Asks `torch.autograd.grad` for the two gradients, so that no `.grad` is filled; answers with a list."""

import torch as t


def gradients(x, w, b):
    return list(t.autograd.grad(w * x + b, [w, b]))
