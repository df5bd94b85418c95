"""Wrong: modified_in_place calls op on a clone, not on t."""
import torch


def modified_in_place(op, t):
    c = t.clone()
    before = c._version
    op(c)
    return c._version != before


def safe_to_backward(t, use, op):
    out = use(t)
    op(t)
    try:
        out.sum().backward()
    except RuntimeError:
        return False
    return True
