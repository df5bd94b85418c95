"""Wrong: the gradients with respect to h, not to the leaf x."""
import torch


def two_heads(x, trunk, head_a, head_b):
    h = trunk(x)
    ga = torch.autograd.grad(head_a(h), h)[0]
    gb = torch.autograd.grad(head_b(h), h)[0]
    h.sum().backward()
    return ga, gb
