"""The norms have the shape `(rows, 1)`

`keepdim=True` leaves an axis of length one in the place of the one that was summed. That is what one wants for
dividing a table by its norms. Here the norms are the result, one for each row.
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
    squares = (x**2).sum(1, keepdim=True)
    is_zero = squares == 0
    return torch.where(is_zero, 0.0, torch.where(is_zero, 1.0, squares).sqrt())
