"""The result is one number, `v @ H @ v`

That is the curvature of `f` along `v`, and a useful number. But `v` is in it twice: once it turned the gradient into
a number that can be differentiated, and then it was multiplied with the result.

`H @ v` is a vector. It tells how *each* element of the gradient changes.
"""

import torch


def hvp(f, x, v):
    x = x.detach().requires_grad_()
    (gradient,) = torch.autograd.grad(f(x), x, create_graph=True)
    (product,) = torch.autograd.grad(gradient @ v, x)
    return product @ v
