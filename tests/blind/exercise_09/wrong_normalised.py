"""Wrong: v is brought to length 1."""
import torch


def vjp(f, x, v):
    z = x.detach().clone().requires_grad_()
    return torch.autograd.grad(f(z), z, v / v.norm())[0]
