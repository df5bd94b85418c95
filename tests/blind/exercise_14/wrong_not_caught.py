"""Wrong: the error comes out of safe_to_backward."""
import torch


def modified_in_place(op, t):
    before = t._version
    op(t)
    return t._version != before


def safe_to_backward(t, use, op):
    out = use(t)
    op(t)
    out.sum().backward()
    return True
