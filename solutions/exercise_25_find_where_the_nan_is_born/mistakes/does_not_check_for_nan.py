"""Anomaly mode is on, but told not to look for NaN

With `check_nan=False` anomaly mode only remembers where in the forward pass each node was made, and says so if
backward raises for some other reason. A NaN raises nothing then, so your answer is always None.
"""

import re

import torch


def nan_operation(f, x):
    try:
        with torch.autograd.detect_anomaly(check_nan=False):
            f(x).sum().backward()
    except RuntimeError as error:
        return re.search(r"'(\w+)'", str(error))[1]
    return None


def safe_norm(x):
    squares = (x**2).sum(1)
    is_zero = squares == 0
    return torch.where(is_zero, 0.0, torch.where(is_zero, 1.0, squares).sqrt())
