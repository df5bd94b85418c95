"""Your Hessian hangs on the graph

The numbers are right. But where `x` requires grad, or a weight that `g` uses, so does your result: `torch.func` keeps
the way back, so that a Hessian can be differentiated once more.

Look at `requires_grad` of what you return, with an `x` that requires grad.
"""

import torch
from torch.autograd import functional


def jacobian(f, x):
    return functional.jacobian(f, x)


def hessian(g, x):
    return torch.func.hessian(g)(x)
