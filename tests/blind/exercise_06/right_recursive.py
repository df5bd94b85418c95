"""Right: recursion, one call a node."""
import torch


def build(x, w, b):
    w.requires_grad = True
    b.requires_grad = True
    y = w * x
    z = y + b
    print("y:", y, "z:", z)
    return y, z


def visit(node, seen):
    if node is None or node in seen:
        return
    seen.append(node)
    for parent, index in node.next_functions:
        visit(parent, seen)


def leaves(z):
    seen = []
    visit(z.grad_fn, seen)
    result = []
    for node in seen:
        if type(node).__name__ == "AccumulateGrad":
            result.append(node.variable)
    return result


def count_nodes(z):
    seen = []
    visit(z.grad_fn, seen)
    return len(seen)
