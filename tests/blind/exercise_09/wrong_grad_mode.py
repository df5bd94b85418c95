"""Wrong: leaves grad mode off."""
import torch


def vjp(f, x, v):
    z = x.detach().clone().requires_grad_()
    g = torch.autograd.grad(f(z), z, v)[0]
    torch._C._set_grad_enabled(False)
    return g
