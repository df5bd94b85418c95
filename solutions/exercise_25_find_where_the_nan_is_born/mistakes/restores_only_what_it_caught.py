"""Anomaly mode is restored only after errors that you catch

You put the mode back when all went well, and when backward raised a `RuntimeError`. But `f` can raise any error,
which your `except` does not catch and which leaves your function there and then, with the mode switched on.

Nobody can list all the ways out of a function. A `finally`, or a context manager, stands at all of them.
"""

import re

import torch


def nan_operation(f, x):
    before, name = torch.is_anomaly_enabled(), None
    torch.autograd.set_detect_anomaly(True)
    try:
        f(x).sum().backward()
    except RuntimeError as error:
        name = re.search(r"'(\w+)'", str(error))[1]
    torch.autograd.set_detect_anomaly(before)
    return name


def safe_norm(x):
    squares = (x**2).sum(1)
    is_zero = squares == 0
    return torch.where(is_zero, 0.0, torch.where(is_zero, 1.0, squares).sqrt())
