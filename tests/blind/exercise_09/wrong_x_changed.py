"""Wrong: x is rounded to five digits in place first."""
import torch


def vjp(f, x, v):
    x.copy_((x * 1e3).round() / 1e3)
    z = x.detach().clone().requires_grad_()
    return torch.autograd.grad(f(z), z, v)[0]
