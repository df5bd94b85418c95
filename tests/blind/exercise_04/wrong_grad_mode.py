"""Wrong: leaves the global grad mode off."""
import torch


def two_heads(x, trunk, head_a, head_b):
    h = trunk(x)
    a, b = head_a(h), head_b(h)
    torch.set_grad_enabled(False)
    ga = torch.autograd.grad(a, x, retain_graph=True)[0]
    gb = torch.autograd.grad(b, x)[0]
    return ga, gb
