"""Wrong: safe_to_backward calls op a second time after the backward."""
import torch


def modified_in_place(op, t):
    before = t._version
    op(t)
    return t._version != before


def safe_to_backward(t, use, op):
    out = use(t)
    op(t)
    try:
        out.sum().backward()
        safe = True
    except RuntimeError:
        safe = False
    op(t)
    return safe
