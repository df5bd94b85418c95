"""Wrong: both backward passes retain the graph; it is kept only as long as it is needed."""
import torch


def two_heads(x, trunk, head_a, head_b):
    h = trunk(x)
    a, b = head_a(h), head_b(h)
    ga = torch.autograd.grad(a, x, retain_graph=True)[0]
    gb = torch.autograd.grad(b, x, retain_graph=True)[0]
    return ga, gb
