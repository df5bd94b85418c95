"""Wrong: a mutable default argument remembers the nodes of the call before, so a second count adds to the first."""
import torch


def build(x, w, b):
    w.requires_grad_()
    b.requires_grad_()
    y = w * x
    return y, y + b


def _nodes(fn, seen=set()):
    if fn is not None and fn not in seen:
        seen.add(fn)
        for p, _ in fn.next_functions:
            _nodes(p, seen)
    return seen


def leaves(z):
    return [n.variable for n in _nodes(z.grad_fn) if hasattr(n, "variable")]


def count_nodes(z):
    return len(_nodes(z.grad_fn))
