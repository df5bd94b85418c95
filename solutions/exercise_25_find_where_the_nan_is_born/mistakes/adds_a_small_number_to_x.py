"""A small number is added to `x`, and the gradient at zeros is not 0

With `x + eps` no row consists of zeros any more, so there is no NaN. But a row of zeros has become a row of equal
numbers, and its gradient points along the diagonal with length 1: instead of 0 you get a gradient as large as any
other.

A norm forgets how small a vector is when it says in which direction it lies.
"""

import re

import torch


def nan_operation(f, x):
    try:
        with torch.autograd.detect_anomaly():
            f(x).sum().backward()
    except RuntimeError as error:
        return re.search(r"'(\w+)'", str(error))[1]
    return None


def safe_norm(x):
    return ((x + 1e-12) ** 2).sum(1).sqrt()
