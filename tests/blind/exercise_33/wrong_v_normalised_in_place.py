"""Wrong: scales v in place and the result back; v is changed."""
import torch


def hvp(f, x, v):
    x = x.detach().clone().requires_grad_()
    g, = torch.autograd.grad(f(x), x, create_graph=True)
    n = v.norm()
    v /= n
    h, = torch.autograd.grad(g, x, grad_outputs=v)
    return h * n
