"""Wrong: safe_to_backward uses a clone, so op reaches nothing that was saved."""
import torch


def modified_in_place(op, t):
    before = t._version
    op(t)
    return t._version != before


def safe_to_backward(t, use, op):
    out = use(t.clone())
    op(t)
    try:
        out.sum().backward()
    except RuntimeError:
        return False
    return True
