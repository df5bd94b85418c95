"""Computes the rows of the Jacobian one by one through one graph, and multiplies."""

import torch


def vjp(f, x, v):
    leaf = x.detach().requires_grad_()
    y = f(leaf)
    rows = [torch.autograd.grad(element, leaf, retain_graph=True)[0] for element in y]
    return v @ torch.stack(rows)
