"""Wrong: gives up after 100 nodes of depth; graphs are up to 500 deep."""
import torch


def build(x, w, b):
    w.requires_grad_()
    b.requires_grad_()
    y = w * x
    return y, y + b


def _nodes(z):
    seen, layer = {z.grad_fn}, {z.grad_fn}
    for _ in range(100):
        layer = {p for n in layer for p, _ in n.next_functions if p is not None} - seen
        seen |= layer
    return seen


def leaves(z):
    return [n.variable for n in _nodes(z) if hasattr(n, "variable")]


def count_nodes(z):
    return len(_nodes(z))
