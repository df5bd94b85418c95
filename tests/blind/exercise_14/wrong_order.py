"""Wrong: safe_to_backward calls op before use."""
import torch


def modified_in_place(op, t):
    before = t._version
    op(t)
    return t._version != before


def safe_to_backward(t, use, op):
    op(t)
    try:
        use(t).sum().backward()
    except RuntimeError:
        return False
    return True
