"""Wrong: a stale .grad is not cleared before the first backward; starting values are stale where the text allows it."""
import torch


def two_heads(x, trunk, head_a, head_b):
    h = trunk(x)
    head_a(h).backward(retain_graph=True)
    ga = x.grad.clone()
    x.grad = None
    head_b(h).backward()
    return ga, x.grad
