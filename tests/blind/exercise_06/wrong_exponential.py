"""Wrong: right on small graphs, but walks every path: on a deep graph of diamonds (y = y + y) it never ends."""
import torch


def build(x, w, b):
    w.requires_grad_()
    b.requires_grad_()
    y = w * x
    return y, y + b


def _walk(fn, seen):
    if fn is None:
        return
    seen.add(fn)
    for p, _ in fn.next_functions:
        _walk(p, seen)


def leaves(z):
    seen = set()
    _walk(z.grad_fn, seen)
    return [n.variable for n in seen if hasattr(n, "variable")]


def count_nodes(z):
    seen = set()
    _walk(z.grad_fn, seen)
    return len(seen)
