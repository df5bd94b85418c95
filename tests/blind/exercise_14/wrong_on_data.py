"""Wrong: modified_in_place calls op on t.data, whose counter is not t's."""
import torch


def modified_in_place(op, t):
    before = t._version
    op(t.data)
    return t._version != before


def safe_to_backward(t, use, op):
    out = use(t)
    op(t)
    try:
        out.sum().backward()
    except RuntimeError:
        return False
    return True
