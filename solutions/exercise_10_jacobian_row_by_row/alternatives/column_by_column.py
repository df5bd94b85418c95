"""Differentiates `v @ J` once more, with respect to `v`: a column in each pass."""

import torch
from torch.autograd import grad


def jacobian(f, x):
    leaf = x.detach().requires_grad_()
    y = f(leaf)
    v = torch.zeros_like(y, requires_grad=True)
    (product,) = grad(y, leaf, v, create_graph=True)
    columns = [grad(product[j], v, retain_graph=True)[0] for j in range(x.numel())]
    return torch.stack(columns, dim=1)
