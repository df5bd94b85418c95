"""Wrong: head_b works on a detached h, so a second graph is made by a second trunk run for its gradient."""
import torch


def two_heads(x, trunk, head_a, head_b):
    h = trunk(x)
    ga = torch.autograd.grad(head_a(h), x)[0]
    h2 = h.detach().requires_grad_()
    vb = torch.autograd.grad(head_b(h2), h2)[0]
    gb = torch.autograd.grad(trunk(x), x, vb)[0]
    return ga, gb
