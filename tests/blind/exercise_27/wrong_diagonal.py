"""Wrong: only the Hessian's diagonal, in a matrix."""
import torch
from torch.autograd import functional as F


def jacobian(f, x):
    return F.jacobian(f, x)


def hessian(g, x):
    return torch.diag(F.hessian(g, x).diagonal())
