"""Right: forward mode, and reverse over reverse."""
import torch


def _off(x):
    return x.detach().clone()


def jacobian(f, x):
    J = torch.func.jacfwd(f)(_off(x))
    return _off(J)


def hessian(g, x):
    H = torch.func.jacrev(torch.func.jacrev(g))(_off(x))
    return _off(H)
