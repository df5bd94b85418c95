"""Wrong: create_graph; the Jacobian stays on the graph."""
import torch
from torch.autograd import functional as F


def jacobian(f, x):
    return F.jacobian(f, x, create_graph=True)


def hessian(g, x):
    return F.hessian(g, x)
