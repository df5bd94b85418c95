"""Wrong: asks whether op returns t."""
import torch


def modified_in_place(op, t):
    return op(t) is t


def safe_to_backward(t, use, op):
    out = use(t)
    op(t)
    try:
        out.sum().backward()
    except RuntimeError:
        return False
    return True
