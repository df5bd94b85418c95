"""Wrong: asks whether op itself raises, backward never runs."""
import torch


def modified_in_place(op, t):
    before = t._version
    op(t)
    return t._version != before


def safe_to_backward(t, use, op):
    out = use(t)
    try:
        op(t)
    except RuntimeError:
        return False
    return out.requires_grad
