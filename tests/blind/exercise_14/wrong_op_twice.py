"""Wrong: calls op twice."""
import torch


def modified_in_place(op, t):
    before = t._version
    op(t)
    first = t._version != before
    op(t)
    return first


def safe_to_backward(t, use, op):
    out = use(t)
    op(t)
    try:
        out.sum().backward()
    except RuntimeError:
        return False
    return True
