"""Wrong: create_graph on both passes, results detached: values right, but the graph is kept after the call."""
import torch


def two_heads(x, trunk, head_a, head_b):
    h = trunk(x)
    a, b = head_a(h), head_b(h)
    ga = torch.autograd.grad(a, x, create_graph=True)[0]
    gb = torch.autograd.grad(b, x, create_graph=True)[0]
    return ga.detach().clone(), gb.detach().clone()
