"""Lets the rows add up in `.grad`, the last output first, and takes the differences."""

import torch


def jacobian(f, x):
    leaf = x.clone().requires_grad_()
    y = f(leaf)
    sums = [torch.zeros_like(x)]
    for element in y.flip(0):
        element.backward(retain_graph=True)
        sums.append(leaf.grad.detach().clone())
    return torch.stack(sums).diff(dim=0).flip(0)
