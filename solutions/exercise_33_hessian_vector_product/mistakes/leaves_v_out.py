"""`v` is not used

What you return is the gradient of the sum of the gradient's elements, which is the Hessian times a vector of ones. Each
element of the gradient counts the same, whatever direction was asked for.

Which vector is the upstream gradient of your second pass?
"""

import torch


def hvp(f, x, v):
    x = x.detach().requires_grad_()
    (gradient,) = torch.autograd.grad(f(x), x, create_graph=True)
    (product,) = torch.autograd.grad(gradient.sum(), x)
    return product
