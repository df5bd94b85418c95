"""Wrong: x requires grad afterwards."""
import torch


def hvp(f, x, v):
    x.requires_grad_()
    g, = torch.autograd.grad(f(x), x, create_graph=True)
    h, = torch.autograd.grad(g, x, grad_outputs=v)
    return h
