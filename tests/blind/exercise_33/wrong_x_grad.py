"""Wrong: backward on x itself, whose requires_grad is restored but which keeps a .grad."""
import torch


def hvp(f, x, v):
    before = x.requires_grad
    x.requires_grad_()
    x.grad = None
    g, = torch.autograd.grad(f(x), x, create_graph=True)
    (g @ v).backward()
    out = x.grad.clone()
    x.requires_grad_(before)
    return out
