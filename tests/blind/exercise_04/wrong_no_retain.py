"""Wrong: the graph is not retained, so the second pass raises."""
import torch


def two_heads(x, trunk, head_a, head_b):
    h = trunk(x)
    ga = torch.autograd.grad(head_a(h), x)[0]
    gb = torch.autograd.grad(head_b(h), x)[0]
    return ga, gb
