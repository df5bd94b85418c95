"""Right: index_put of the rows that are not zero; anomaly mode as a decorator's context."""
import re
import torch
from torch import autograd


class NanFound(Exception):
    pass


def _run(f, x):
    with autograd.detect_anomaly(check_nan=True):
        try:
            f(x).sum().backward()
        except RuntimeError as e:
            m = re.match(r"^Function '([^']+)' returned nan", str(e))
            if m:
                raise NanFound(m[1]) from None
            raise


def nan_operation(f, x):
    try:
        _run(f, x.detach().clone().requires_grad_())
    except NanFound as e:
        return e.args[0]


def safe_norm(x):
    keep = x.ne(0).any(dim=1)
    out = torch.zeros(x.shape[0], dtype=x.dtype)
    out[keep] = x[keep].square().sum(dim=1).sqrt()
    return out + 0 * x.sum(dim=1)
