"""Unclear: puts anomaly mode back on or off, but not its check_nan; is that a part of the mode?"""
import re

import torch


def nan_operation(f, x):
    was = torch.is_anomaly_enabled()
    x = x.detach().clone().requires_grad_()
    try:
        torch.autograd.set_detect_anomaly(True)
        f(x).sum().backward()
    except RuntimeError as error:
        found = re.search(r"Function '(\w+)' returned nan values", str(error))
        if found is None:
            raise
        return found.group(1)
    finally:
        torch.autograd.set_detect_anomaly(was)
    return None


def safe_norm(x):
    squares = (x * x).sum(1)
    zero = squares == 0
    return torch.where(zero, 0.0, torch.sqrt(torch.where(zero, 1.0, squares)))
