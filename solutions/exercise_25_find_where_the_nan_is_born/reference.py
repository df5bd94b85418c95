"""Anomaly mode names the node in its error; and a root that never sees a zero has no infinite slope."""

import re

import torch


def nan_operation(f, x):
    try:
        with torch.autograd.detect_anomaly():
            f(x).sum().backward()
    except RuntimeError as error:
        found = re.search(r"'(\w+)' returned nan", str(error))
        if not found:
            raise
        return found[1]
    return None


def safe_norm(x):
    squares = (x**2).sum(1)
    is_zero = squares == 0
    return torch.where(is_zero, 0.0, torch.where(is_zero, 1.0, squares).sqrt())
