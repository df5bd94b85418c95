"""Wrong: w and b do require grad afterwards, but y and z were built from copies of them."""
import torch


def build(x, w, b):
    w2 = w.clone().requires_grad_()
    b2 = b.clone().requires_grad_()
    y = w2 * x
    z = y + b2
    w.requires_grad_()
    b.requires_grad_()
    return y, z


def _nodes(z):
    seen, stack = set(), [z.grad_fn]
    while stack:
        n = stack.pop()
        if n is not None and n not in seen:
            seen.add(n)
            stack.extend(p for p, _ in n.next_functions)
    return seen


def leaves(z):
    return [n.variable for n in _nodes(z) if hasattr(n, "variable")]


def count_nodes(z):
    return len(_nodes(z))
