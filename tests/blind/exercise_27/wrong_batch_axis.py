"""Wrong: a leading axis of one."""
import torch
from torch.autograd import functional as F


def jacobian(f, x):
    return F.jacobian(f, x)[None]


def hessian(g, x):
    return F.hessian(g, x)
