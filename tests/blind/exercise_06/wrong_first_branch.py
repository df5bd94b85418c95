"""Wrong: follows the first input of each node alone."""
import torch


def build(x, w, b):
    w.requires_grad_()
    b.requires_grad_()
    y = w * x
    return y, y + b


def _nodes(z):
    out, n = [], z.grad_fn
    while n is not None:
        out.append(n)
        n = n.next_functions[0][0] if n.next_functions else None
    return out


def leaves(z):
    return [n.variable for n in _nodes(z) if hasattr(n, "variable")]


def count_nodes(z):
    return len(_nodes(z))
