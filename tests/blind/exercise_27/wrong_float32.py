"""Wrong: a float32 Hessian."""
import torch
from torch.autograd import functional as F


def jacobian(f, x):
    return F.jacobian(f, x)


def hessian(g, x):
    return F.hessian(g, x).float()
