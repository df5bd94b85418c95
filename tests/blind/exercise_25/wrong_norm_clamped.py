"""Wrong: clamps the squares at 1e-8, so a small row is not exact."""
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
    return torch.sqrt((x * x).sum(1).clamp_min(1e-8))
