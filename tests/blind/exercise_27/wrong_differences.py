"""Wrong: finite differences with a coarse step."""
import torch
from torch.autograd import functional as F


def jacobian(f, x):
    h = 1e-3
    x = x.detach()
    eye = torch.eye(len(x), dtype=x.dtype) * h
    return torch.stack([(f(x + e) - f(x - e)).detach() / (2 * h) for e in eye], 1)


def hessian(g, x):
    return F.hessian(g, x)
