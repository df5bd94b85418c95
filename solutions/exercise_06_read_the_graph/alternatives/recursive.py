"""Visits the nodes recursively, depth first, and remembers them by `id`; returns a tuple."""

import torch as t


def build(x, w, b):
    for parameter in (w, b):
        parameter.requires_grad = True
    y = t.mul(w, x)
    return [y, t.add(y, b)]


def visit(node, seen):
    if node is None or id(node) in seen:
        return
    seen[id(node)] = node
    for following, _ in node.next_functions:
        visit(following, seen)


def leaves(z):
    seen = {}
    visit(z.grad_fn, seen)
    return tuple(node.variable for node in seen.values() if node.name().endswith("AccumulateGrad"))


def count_nodes(z):
    seen = {}
    visit(z.grad_fn, seen)
    return len(seen)
