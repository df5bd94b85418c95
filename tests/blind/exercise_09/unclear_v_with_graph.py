"""Unclear: the result requires grad where v does; may a case hand in such a v?"""
import torch


def vjp(f, x, v):
    z = x.detach().clone().requires_grad_()
    out = f(z)
    J = torch.stack([torch.autograd.grad(o, z, retain_graph=True)[0] for o in out])
    return v @ J
