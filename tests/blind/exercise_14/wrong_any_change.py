"""Wrong: safe_to_backward calls every in-place change unsafe."""
import torch


def modified_in_place(op, t):
    before = t._version
    op(t)
    return t._version != before


def safe_to_backward(t, use, op):
    use(t)
    return not modified_in_place(op, t)
