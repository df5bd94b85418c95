"""Wrong: create_graph without detach, so the first gradient requires grad."""
import torch


def two_heads(x, trunk, head_a, head_b):
    h = trunk(x)
    a, b = head_a(h), head_b(h)
    ga = torch.autograd.grad(a, x, create_graph=True)[0]
    gb = torch.autograd.grad(b, x)[0]
    return ga, gb
