"""Wrong: takes the counter to begin at zero."""
import torch


def modified_in_place(op, t):
    op(t)
    return t._version > 0


def safe_to_backward(t, use, op):
    out = use(t)
    op(t)
    try:
        out.sum().backward()
    except RuntimeError:
        return False
    return True
