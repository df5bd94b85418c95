"""Wrong: backward without the sum, which fails for what is not a scalar."""
import torch


def modified_in_place(op, t):
    before = t._version
    op(t)
    return t._version != before


def safe_to_backward(t, use, op):
    out = use(t)
    op(t)
    try:
        out.backward()
    except RuntimeError:
        return False
    return True
