"""Keeps the graph for the first of the two passes only; the second, the last to need it, frees it."""

import torch


def two_heads(x, trunk, head_a, head_b):
    h = trunk(x)
    a, b = head_a(h), head_b(h)
    (gradient_a,) = torch.autograd.grad(a, x, retain_graph=True)
    (gradient_b,) = torch.autograd.grad(b, x)
    return gradient_a, gradient_b
