"""Wrong: adds noise to x in place."""
import torch
from torch.autograd import functional as F


def jacobian(f, x):
    return F.jacobian(f, x)


def hessian(g, x):
    H = F.hessian(g, x)
    with torch.no_grad():
        x += 1e-3
    return H
