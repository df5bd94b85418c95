"""Maps the pull-back over the unit vectors with `vmap`; the Hessian is a Jacobian of a Jacobian."""

import torch
from torch.func import vjp, vmap


def rows(f, x):
    y, pull_back = vjp(f, x)
    return vmap(lambda unit: pull_back(unit)[0])(torch.eye(y.numel(), dtype=y.dtype))


def jacobian(f, x):
    return rows(f, x).detach()


def hessian(g, x):
    return rows(lambda x: rows(lambda x: g(x)[None], x)[0], x).detach()
