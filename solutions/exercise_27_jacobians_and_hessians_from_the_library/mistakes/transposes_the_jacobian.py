"""Rows and columns of the Jacobian are exchanged

Your row belongs to an entry of `x`, your column to an entry of `f(x)`. It is to be the other way round: row `i` is
the gradient of `f(x)[i]`. Where `m` and `n` differ, the shape shows it; where they are equal, only the numbers do.

The result comes first, as in `dy/dx`.
"""

from torch.autograd import functional


def jacobian(f, x):
    return functional.jacobian(f, x).T


def hessian(g, x):
    return functional.hessian(g, x)
