"""Your functions return functions

`torch.func` works on functions: `jacrev(f)` is the Jacobian of `f` as a function, which is still to be applied to a
point. A second argument of `jacrev` is something else: it says with respect to which of the arguments of `f` to
differentiate.

Write it as in mathematics: first the derivative of the function, then its value at `x`.
"""

import torch


def jacobian(f, x):
    return torch.func.jacrev(f)


def hessian(g, x):
    return torch.func.hessian(g)
