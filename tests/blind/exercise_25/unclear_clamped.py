"""Unclear: clamps the squares at 1e-300; rows smaller than 1e-150 have no gradient."""
import re

import torch


def nan_operation(f, x):
    x = x.detach().clone().requires_grad_()
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
    return torch.where(squares > 1e-300, squares.clamp_min(1e-300).sqrt(), 0.0)
