"""Right: head_b is run only after head_a's backward."""
import torch


def two_heads(x, trunk, head_a, head_b):
    h = trunk(x)
    ga = torch.autograd.grad(head_a(h), [x], retain_graph=True)
    gb = torch.autograd.grad(head_b(h), [x], retain_graph=False)
    return ga[0], gb[0]
