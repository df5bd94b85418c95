"""Every row of the Hessian is added up before `v` comes in

The gradient of `gradient.sum()` is the Hessian times a vector of ones. Multiplying it by `v` afterwards, element by
element, is right only for a Hessian that is zero off its diagonal, where no variable has to do with another.

`v` weighs the elements of the gradient against each other. It has to be there before they are added up.
"""

import torch


def hvp(f, x, v):
    x = x.detach().requires_grad_()
    (gradient,) = torch.autograd.grad(f(x), x, create_graph=True)
    (row_sums,) = torch.autograd.grad(gradient.sum(), x)
    return row_sums * v
