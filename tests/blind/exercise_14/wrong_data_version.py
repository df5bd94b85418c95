"""Wrong: looks at the counter of t.data, which is another."""
import torch


def modified_in_place(op, t):
    d = t.data
    before = d._version
    op(t)
    return d._version != before


def safe_to_backward(t, use, op):
    out = use(t)
    op(t)
    try:
        out.sum().backward()
    except RuntimeError:
        return False
    return True
