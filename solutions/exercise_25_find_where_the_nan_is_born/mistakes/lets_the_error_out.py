"""Your function raises the error of anomaly mode

Anomaly mode did its work: it found the node, and raised an error with its name in it. That error is still on its way,
through your function to the caller, who asked for the name.

An error can be caught and read like any other object. It is here not the end of the work but its result.
"""

import torch


def nan_operation(f, x):
    with torch.autograd.detect_anomaly():
        f(x).sum().backward()


def safe_norm(x):
    squares = (x**2).sum(1)
    is_zero = squares == 0
    return torch.where(is_zero, 0.0, torch.where(is_zero, 1.0, squares).sqrt())
