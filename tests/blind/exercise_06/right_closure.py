"""Right: a recursive closure, with the graph's edges from get_gradient_edge."""
import torch
from torch.autograd.graph import get_gradient_edge


def build(x, w, b):
    with torch.enable_grad():
        w.requires_grad_()
        b.requires_grad_()
        y = w * x
        z = y + b
    assert not x.requires_grad
    return y, z


def _reachable(z):
    seen = set()

    def go(fn):
        seen.add(fn)
        for parent, _ in fn.next_functions:
            if parent is not None and parent not in seen:
                go(parent)

    go(get_gradient_edge(z).node)
    return seen


def leaves(z):
    out = []
    for fn in _reachable(z):
        leaf = getattr(fn, "variable", None)
        if isinstance(leaf, torch.Tensor):
            out.append(leaf)
    return out


def count_nodes(z):
    return len(_reachable(z))
