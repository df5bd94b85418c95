"""Unclear: makes the given x require grad; may it come without?"""
import re

import torch


def nan_operation(f, x):
    x.requires_grad_()
    try:
        with torch.autograd.detect_anomaly():
            f(x).sum().backward()
    except RuntimeError as error:
        found = re.search(r"Function '(\w+)' returned nan values", str(error))
        if found is None:
            raise
        return found.group(1)
    return None


def safe_norm(x):
    squares = (x * x).sum(1)
    zero = squares == 0
    return torch.where(zero, 0.0, torch.sqrt(torch.where(zero, 1.0, squares)))
