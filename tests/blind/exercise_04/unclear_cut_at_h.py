"""Unclear: head_b's output ends at a detached h: if the head itself saves nothing, a further backward raises nothing."""
import torch


def two_heads(x, trunk, head_a, head_b):
    h = trunk(x)
    cut = h.detach().requires_grad_()
    va = torch.autograd.grad(head_a(cut), cut)[0]
    vb = torch.autograd.grad(head_b(cut), cut)[0]
    ga = torch.autograd.grad(h, x, va, retain_graph=True)[0]
    gb = torch.autograd.grad(h, x, vb)[0]
    return ga, gb
