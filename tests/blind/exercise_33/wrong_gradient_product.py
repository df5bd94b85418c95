"""Wrong: differentiates g*g*v, so the gradient is a factor."""
import torch


def hvp(f, x, v):
    x = x.detach().clone().requires_grad_()
    g, = torch.autograd.grad(f(x), x, create_graph=True)
    h, = torch.autograd.grad(0.5 * g * g, x, grad_outputs=v)
    return h
