"""Your Jacobian is the gradient of the sum

You get one row, in which the gradients of all entries of `f(x)` are added up. `backward` from a sum, or a
vector-Jacobian product with ones, gives this: a single question, to which all entries answer at once.

A Jacobian keeps the answers apart.
"""

import torch
from torch.autograd import functional


def jacobian(f, x):
    return torch.func.grad(lambda x: f(x).sum())(x).detach()


def hessian(g, x):
    return functional.hessian(g, x)
