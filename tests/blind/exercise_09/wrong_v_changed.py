"""Wrong: writes the product into v; arguments are left as found."""
import torch


def vjp(f, x, v):
    z = x.detach().clone().requires_grad_()
    out = f(z)
    g = torch.autograd.grad(out, z, v)[0]
    v.mul_(out.detach())
    return g
