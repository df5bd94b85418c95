"""Wrong: g times the dot product of g and v, the outer product for the Hessian."""
import torch


def hvp(f, x, v):
    x = x.detach().clone().requires_grad_()
    g, = torch.autograd.grad(f(x), x, create_graph=True)
    g = g.detach()
    return g * (g @ v)
