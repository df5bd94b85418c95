"""Wrong: makes x require grad."""
import torch
from torch.autograd import functional as F


def jacobian(f, x):
    x.requires_grad_()
    return F.jacobian(f, x)


def hessian(g, x):
    return F.hessian(g, x)
