"""The weights inside of the function are forgotten

You detach `x` before you differentiate, so nothing leads back to it. But the function may use other tensors that
require grad, such as the weights of a layer, and through these the result is on the graph all the same.

What goes in is only one way onto the graph. It is safer to cut what comes out.
"""

import torch


def jacobian(f, x):
    return torch.func.jacrev(f)(x.detach())


def hessian(g, x):
    return torch.func.hessian(g)(x.detach())
