"""Unclear: 0 and 1 for False and True."""
import torch


def modified_in_place(op, t):
    before = t._version
    op(t)
    return int(t._version != before)


def safe_to_backward(t, use, op):
    out = use(t)
    op(t)
    try:
        out.sum().backward()
    except RuntimeError:
        return False
    return True
