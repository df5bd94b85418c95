"""Wrong: .grad without a clone, then zero_(): both results are one tensor."""
import torch


def two_heads(x, trunk, head_a, head_b):
    x.grad = torch.zeros_like(x)
    h = trunk(x)
    head_a(h).backward(retain_graph=True)
    ga = x.grad
    x.grad.zero_()
    head_b(h).backward()
    return ga, x.grad
