"""Wrong: leaves the global grad mode off."""
import torch


def hvp(f, x, v):
    x = x.detach().clone().requires_grad_()
    g, = torch.autograd.grad(f(x), x, create_graph=True)
    h, = torch.autograd.grad(g, x, grad_outputs=v)
    torch.set_grad_enabled(False)
    return h
