"""Unclear: x.grad is None afterwards, but x was replaced inside by its own .data: may the storage of x change?"""
import torch


def vjp(f, x, v):
    z = x.detach().clone().requires_grad_()
    g = torch.autograd.grad(f(z), z, v)[0]
    x.data = z.data
    return g
