"""Anomaly mode stays on after your function

`torch.autograd.set_detect_anomaly(True)` as a statement is a switch for the whole program, and nothing in your
function turns it back. From now on every backward pass is checked: all training is several times slower, and somebody
else's NaN raises an error.

A mode that is needed for three lines should be on for three lines. A context manager gives it back by itself, also
when there is an error in between.
"""

import re

import torch


def nan_operation(f, x):
    torch.autograd.set_detect_anomaly(True)
    try:
        f(x).sum().backward()
    except RuntimeError as error:
        return re.search(r"'(\w+)'", str(error))[1]
    return None


def safe_norm(x):
    squares = (x**2).sum(1)
    is_zero = squares == 0
    return torch.where(is_zero, 0.0, torch.where(is_zero, 1.0, squares).sqrt())
