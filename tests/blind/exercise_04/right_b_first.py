"""Right: head_b first with the graph retained, then head_a, which frees the trunk's."""
import torch


def two_heads(x, trunk, head_a, head_b):
    h = trunk(x)
    a, b = head_a(h), head_b(h)
    (gb,) = torch.autograd.grad(b, x, retain_graph=True)
    (ga,) = torch.autograd.grad(a, x)
    return ga, gb
