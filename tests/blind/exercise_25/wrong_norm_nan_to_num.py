"""Wrong: a hook turns NaN of the gradient into 0 but clips it to 1e-3 as well."""
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
    y = x * 1
    if y.requires_grad:
        y.register_hook(lambda g: torch.nan_to_num(g).clamp(-1e-3, 1e-3))
    return torch.sqrt((y * y).sum(1))
