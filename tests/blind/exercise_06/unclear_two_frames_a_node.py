"""Unclear: recursion with two frames a node; 500 nodes deep it meets Python's default limit, which the contract does not name."""
import torch


def build(x, w, b):
    w.requires_grad_()
    b.requires_grad_()
    y = w * x
    return y, y + b


def _visit(n, seen):
    if n is not None and n not in seen:
        seen.add(n)
        _visit_parents(n, seen)


def _visit_parents(n, seen):
    for p, _ in n.next_functions:
        _visit(p, seen)


def leaves(z):
    seen = set()
    _visit(z.grad_fn, seen)
    return [n.variable for n in seen if hasattr(n, "variable")]


def count_nodes(z):
    seen = set()
    _visit(z.grad_fn, seen)
    return len(seen)
