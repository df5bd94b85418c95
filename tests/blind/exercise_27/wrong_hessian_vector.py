"""Wrong: the Hessian times a vector of ones."""
import torch
from torch.autograd import functional as F


def jacobian(f, x):
    return F.jacobian(f, x)


def hessian(g, x):
    return F.hvp(g, x, torch.ones_like(x))[1]
