"""Afterwards the caller's `x` requires grad

You switch gradients on for `x`, and `x` is the caller's. After the call everything that is computed from it is
recorded. The library does not need it: it takes a tensor of its own.
"""

from torch.autograd import functional


def jacobian(f, x):
    return functional.jacobian(f, x.requires_grad_() if x.is_leaf else x)


def hessian(g, x):
    return functional.hessian(g, x)
