"""Wrong: ones for v."""
import torch


def vjp(f, x, v):
    z = x.detach().clone().requires_grad_()
    return torch.autograd.grad(f(z), z, torch.ones_like(v))[0]
