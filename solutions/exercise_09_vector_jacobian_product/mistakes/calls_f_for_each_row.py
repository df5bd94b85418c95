"""Your function calls `f` once for each output

The rows of the Jacobian come out right, and so does the product. But each row cost a forward and a backward pass,
where one of each is enough for all of them together. With a thousand outputs that is a thousand times the work.

A backward pass from a vector is no more expensive than one from a number.
"""

import torch


def vjp(f, x, v):
    leaf = x.detach().clone().requires_grad_()
    product = torch.zeros_like(x)
    for i, weight in enumerate(v):
        product += weight * torch.autograd.grad(f(leaf)[i], leaf)[0]
    return product
