"""Your Hessian is made of products of first derivatives

The product of `dg/dx[i]` and `dg/dx[j]` has the right shape, and is even symmetric. But it is not a second
derivative: it knows how steep `g` is, not how the steepness changes. For a linear function, whose Hessian is 0, it is
not 0.

(Sums of such products do stand in for a Hessian in some methods, as an approximation.)
"""

import torch
from torch.autograd import functional


def jacobian(f, x):
    return functional.jacobian(f, x)


def hessian(g, x):
    gradient = functional.jacobian(g, x)
    return torch.outer(gradient, gradient)
