"""Anomaly mode is off after your function, also where it was on

You turn the mode on, and at the end off. But somebody may have turned it on before, to find a NaN of their own, and
after a call of your function they no longer see any.

To leave something as it was one has to look how it was.
"""

import re

import torch


def nan_operation(f, x):
    torch.autograd.set_detect_anomaly(True)
    try:
        f(x).sum().backward()
    except RuntimeError as error:
        return re.search(r"'(\w+)'", str(error))[1]
    finally:
        torch.autograd.set_detect_anomaly(False)
    return None


def safe_norm(x):
    squares = (x**2).sum(1)
    is_zero = squares == 0
    return torch.where(is_zero, 0.0, torch.where(is_zero, 1.0, squares).sqrt())
