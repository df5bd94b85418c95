"""Wrong: tells leaves apart by value, so two leaves of equal value are listed once."""
import torch


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
    out = []
    for n in _nodes(z):
        if hasattr(n, "variable") and not any(torch.equal(n.variable, v) for v in out):
            out.append(n.variable)
    return out


def count_nodes(z):
    return len(_nodes(z))
