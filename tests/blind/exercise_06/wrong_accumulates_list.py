"""Wrong: a module-level list of leaves is never emptied; a second call gives the first graph's leaves too."""
import torch

found = []


def build(x, w, b):
    w.requires_grad_()
    b.requires_grad_()
    y = w * x
    return y, y + b


def _nodes(z):
    seen, stack = set(), [z.grad_fn]
    while stack:
        n = stack.pop()
        if n is not None and n not in seen:
            seen.add(n)
            stack.extend(p for p, _ in n.next_functions)
    return seen


def leaves(z):
    for n in _nodes(z):
        if hasattr(n, "variable") and not any(n.variable is v for v in found):
            found.append(n.variable)
    return list(found)


def count_nodes(z):
    return len(_nodes(z))
