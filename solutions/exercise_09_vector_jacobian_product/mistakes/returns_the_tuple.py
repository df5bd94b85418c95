"""Your function returns a tuple with the product in it

`torch.autograd.grad` may be asked for several gradients, so it always answers with a tuple, also when there is one.
The caller wants the tensor inside.
"""

import torch


def vjp(f, x, v):
    leaf = x.detach().clone().requires_grad_()
    return torch.autograd.grad(f(leaf), leaf, v)
