"""Looks at a leaf of its own with the values of `x`; divides each row by its greatest element before it is squared."""

import re

import torch


def nan_operation(f, x):
    own = x.detach().clone().requires_grad_()
    with torch.autograd.detect_anomaly(check_nan=True):
        y = f(own)
        try:
            y.backward(torch.ones_like(y))
        except RuntimeError as error:
            return re.findall(r"Function '([^']*)' returned nan", str(error))[0]
    return None


def safe_norm(x):
    greatest = x.detach().abs().amax(1)
    scale = greatest.masked_fill(greatest == 0, 1)
    squares = (x / scale[:, None]).square().sum(1)
    return scale * squares.masked_fill(greatest == 0, 1).sqrt() * (greatest > 0)
