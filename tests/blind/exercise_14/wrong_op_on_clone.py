"""Wrong: safe_to_backward changes a clone."""
import torch


def modified_in_place(op, t):
    before = t._version
    op(t)
    return t._version != before


def safe_to_backward(t, use, op):
    out = use(t)
    op(t.clone())
    try:
        out.sum().backward()
    except RuntimeError:
        return False
    return True
