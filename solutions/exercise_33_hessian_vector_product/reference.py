"""Goes backward through the gradient with `v` as upstream gradient: `v @ H`, which is `H @ v`."""

import torch


def hvp(f, x, v):
    x = x.detach().requires_grad_()
    (gradient,) = torch.autograd.grad(f(x), x, create_graph=True)
    (product,) = torch.autograd.grad(gradient, x, v)
    return product
