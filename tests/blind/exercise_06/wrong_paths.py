"""Wrong: counts paths, so a node that is reached twice counts twice, and its leaf is listed twice."""
import torch


def build(x, w, b):
    w.requires_grad_()
    b.requires_grad_()
    y = w * x
    return y, y + b


def _walk(fn):
    if fn is None:
        return []
    out = [fn]
    for p, _ in fn.next_functions:
        out += _walk(p)
    return out


def leaves(z):
    return [n.variable for n in _walk(z.grad_fn) if hasattr(n, "variable")]


def count_nodes(z):
    return len(_walk(z.grad_fn))
