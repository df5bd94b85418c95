"""Your Jacobian hangs on the graph

The numbers are right. But where `x` requires grad, or a weight that `f` uses, so does your result: the transforms of
`torch.func` can themselves be differentiated through, so they keep the way back. Whoever stores such a Jacobian
stores the computation with it.

That is a feature for those who want to go on differentiating. Whoever wants numbers has to cut them off.
"""

import torch
from torch.autograd import functional


def jacobian(f, x):
    return torch.func.jacrev(f)(x)


def hessian(g, x):
    return functional.hessian(g, x)
