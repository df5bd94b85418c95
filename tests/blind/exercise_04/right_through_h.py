"""Right: the heads' gradients at h, each passed through the trunk."""
import torch


def two_heads(x, trunk, head_a, head_b):
    h = trunk(x)
    va = torch.autograd.grad(head_a(h), h)[0]
    vb = torch.autograd.grad(head_b(h), h)[0]
    ga = torch.autograd.grad(h, x, va, retain_graph=True)[0]
    gb = torch.autograd.grad(h, x, vb)[0]
    return ga, gb
