"""Wrong: tells nodes apart together with the output's index, so a node used by two of its outputs counts twice."""
import torch


def build(x, w, b):
    w.requires_grad_()
    b.requires_grad_()
    y = w * x
    return y, y + b


def _edges(z):
    seen, stack = set(), [(z.grad_fn, z.output_nr)]
    while stack:
        edge = stack.pop()
        if edge[0] is not None and edge not in seen:
            seen.add(edge)
            stack.extend(edge[0].next_functions)
    return seen


def leaves(z):
    return [n.variable for n in {fn for fn, _ in _edges(z)} if hasattr(n, "variable")]


def count_nodes(z):
    return len(_edges(z))
