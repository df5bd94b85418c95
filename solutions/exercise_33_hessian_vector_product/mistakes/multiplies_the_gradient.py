"""The gradient is multiplied by `v`, and no second derivative is taken

What you return is made of first derivatives alone. It says how steep `f` is along the elements of `v`, not how that
steepness changes.

The Hessian holds second derivatives, so there must be a second pass, through the gradient.
"""

import torch


def hvp(f, x, v):
    x = x.detach().requires_grad_()
    (gradient,) = torch.autograd.grad(f(x), x)
    return gradient * v
