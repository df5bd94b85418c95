"""Collects the leaves behind the result and asks `torch.autograd.grad` for their gradients."""

import torch


def modified_in_place(op, t):
    before = t._version
    op(t)
    return bool(t._version > before)


def leaves_behind(out):
    todo, seen, leaves = [out.grad_fn], set(), []
    while todo:
        node = todo.pop()
        if node is None or node in seen:
            continue
        seen.add(node)
        if hasattr(node, "variable"):
            leaves.append(node.variable)
        todo += [following for following, _ in node.next_functions]
    return leaves


def safe_to_backward(t, use, op):
    out = use(t)
    leaves = leaves_behind(out)
    op(t)
    try:
        torch.autograd.grad(out.sum(), leaves)
    except RuntimeError:
        return False
    return True
