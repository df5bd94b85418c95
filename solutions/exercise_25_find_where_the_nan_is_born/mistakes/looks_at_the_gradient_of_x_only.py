"""A NaN that does not reach `x.grad` is overlooked

First you look whether `x.grad` has a NaN in it, and if it has none, you stop. But a NaN can be masked on its way to
`x`: a node that passes only some of the entries puts zeros in the place of the others. It was there all the same, and
comes through at the next change of the code.

The question is about all nodes of the backward pass, not about where it ends.
"""

import re

import torch


def nan_operation(f, x):
    x.grad = None
    f(x).sum().backward()
    if not x.grad.isnan().any():
        return None
    try:
        with torch.autograd.detect_anomaly():
            f(x).sum().backward()
    except RuntimeError as error:
        return re.search(r"'(\w+)'", str(error))[1]


def safe_norm(x):
    squares = (x**2).sum(1)
    is_zero = squares == 0
    return torch.where(is_zero, 0.0, torch.where(is_zero, 1.0, squares).sqrt())
