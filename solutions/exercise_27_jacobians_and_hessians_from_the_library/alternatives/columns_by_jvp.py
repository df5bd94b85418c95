"""Builds the columns from `torch.func.jvp`, one direction at a time, and the Hessian from `functional.hvp`."""

import torch
from torch.autograd.functional import hvp


def jacobian(f, x):
    point = x.detach()
    with torch.no_grad():
        columns = [torch.func.jvp(f, (point,), (unit,))[1] for unit in torch.eye(len(x), dtype=x.dtype)]
    return torch.stack(columns, dim=1)


def hessian(g, x):
    return torch.stack([hvp(g, x, unit)[1] for unit in torch.eye(len(x), dtype=x.dtype)])
