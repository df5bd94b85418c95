"""Right: the same with vectorize=True, on a detached x."""
import torch
from torch.autograd import functional as F


def jacobian(f, x):
    return F.jacobian(f, x.detach(), vectorize=True)


def hessian(g, x):
    return F.hessian(g, x.detach(), vectorize=True, outer_jacobian_strategy='reverse-mode')
