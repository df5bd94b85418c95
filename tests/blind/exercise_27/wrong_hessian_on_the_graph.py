"""Wrong: create_graph; the Hessian stays on the graph."""
import torch
from torch.autograd import functional as F


def jacobian(f, x):
    return F.jacobian(f, x)


def hessian(g, x):
    return F.hessian(g, x, create_graph=True)
