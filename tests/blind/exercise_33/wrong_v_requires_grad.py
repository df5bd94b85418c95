"""Wrong: v requires grad afterwards (the double-vjp trick on v itself)."""
import torch


def hvp(f, x, v):
    x = x.detach().clone().requires_grad_()
    v.requires_grad_()
    g, = torch.autograd.grad(f(x), x, create_graph=True)
    return torch.autograd.grad(g @ v, x)[0]
