"""Anomaly mode stays on when there was an error

Without a NaN all is well: the mode goes on, backward runs, the mode goes off. But with a NaN, backward raises, and
the line that turns the mode off is jumped over; so it is when `f` itself raises.

What has to happen in any case belongs where it happens in any case: into a `finally`, or into the hands of a context
manager.
"""

import re

import torch


def nan_operation(f, x):
    before = torch.is_anomaly_enabled()
    torch.autograd.set_detect_anomaly(True)
    try:
        f(x).sum().backward()
    except RuntimeError as error:
        return re.search(r"'(\w+)'", str(error))[1]
    torch.autograd.set_detect_anomaly(before)
    return None


def safe_norm(x):
    squares = (x**2).sum(1)
    is_zero = squares == 0
    return torch.where(is_zero, 0.0, torch.where(is_zero, 1.0, squares).sqrt())
