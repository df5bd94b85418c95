"""Wrong: v times the whole v H v, not H v."""
import torch


def hvp(f, x, v):
    x = x.detach().clone().requires_grad_()
    g, = torch.autograd.grad(f(x), x, create_graph=True)
    h, = torch.autograd.grad(g, x, grad_outputs=v)
    return v * (h @ v)
