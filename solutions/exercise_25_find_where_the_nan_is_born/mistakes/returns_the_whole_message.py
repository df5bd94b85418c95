"""Your function returns the message instead of the name

What comes out is the whole sentence that autograd says. The name of the node is in it, between quotes, and with words
around it that may be others in the next version of torch.

Take out what was asked for.
"""

import torch


def nan_operation(f, x):
    try:
        with torch.autograd.detect_anomaly():
            f(x).sum().backward()
    except RuntimeError as error:
        return str(error)
    return None


def safe_norm(x):
    squares = (x**2).sum(1)
    is_zero = squares == 0
    return torch.where(is_zero, 0.0, torch.where(is_zero, 1.0, squares).sqrt())
