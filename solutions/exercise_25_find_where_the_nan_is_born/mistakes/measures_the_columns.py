"""The norms are those of the columns

`sum(0)` adds up along the rows' index, so what is left is one number for each column. The result has the shape
`(cols,)`.

The axis that is named in a reduction is the one that goes away.
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
    squares = (x**2).sum(0)
    is_zero = squares == 0
    return torch.where(is_zero, 0.0, torch.where(is_zero, 1.0, squares).sqrt())
