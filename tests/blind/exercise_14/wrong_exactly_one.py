"""Wrong: wants the counter to move by exactly one."""
import torch


def modified_in_place(op, t):
    before = t._version
    op(t)
    return t._version == before + 1


def safe_to_backward(t, use, op):
    out = use(t)
    op(t)
    try:
        out.sum().backward()
    except RuntimeError:
        return False
    return True
