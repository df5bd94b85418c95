"""Right: an explicit stack and a set of nodes."""
import torch


def build(x, w, b):
    w.requires_grad_(True)
    b.requires_grad_(True)
    y = w * x
    z = y + b
    return y, z


def _nodes(z):
    seen = set()
    stack = [z.grad_fn]
    while stack:
        node = stack.pop()
        if node is None or node in seen:
            continue
        seen.add(node)
        for parent, _ in node.next_functions:
            stack.append(parent)
    return seen


def leaves(z):
    return [n.variable for n in _nodes(z) if hasattr(n, "variable")]


def count_nodes(z):
    return len(_nodes(z))
