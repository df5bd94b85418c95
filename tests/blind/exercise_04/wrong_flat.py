"""Wrong: flattens the gradients; a leaf that is no vector gets a gradient of another shape."""
import torch


def two_heads(x, trunk, head_a, head_b):
    h = trunk(x)
    ga = torch.autograd.grad(head_a(h), x, retain_graph=True)[0]
    gb = torch.autograd.grad(head_b(h), x)[0]
    return ga.reshape(-1), gb.reshape(-1)
