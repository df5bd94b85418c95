"""Wrong: leaves v out: the Hessian times ones."""
import torch


def hvp(f, x, v):
    x = x.detach().clone().requires_grad_()
    g, = torch.autograd.grad(f(x), x, create_graph=True)
    h, = torch.autograd.grad(g, x, grad_outputs=torch.ones_like(v))
    return h
