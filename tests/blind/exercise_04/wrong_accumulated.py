"""Wrong: not cleared between the heads; the second gradient holds the first."""
import torch


def two_heads(x, trunk, head_a, head_b):
    x.grad = None
    h = trunk(x)
    head_a(h).backward(retain_graph=True)
    ga = x.grad.clone()
    head_b(h).backward()
    gb = x.grad.clone()
    return ga, gb
