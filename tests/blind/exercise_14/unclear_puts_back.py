"""Unclear: t's values are put back after op; are arguments left as found, or as op left them?"""
import torch


def modified_in_place(op, t):
    before, old = t._version, t.detach().clone()
    op(t)
    moved = t._version != before
    t.data.copy_(old)
    return moved


def safe_to_backward(t, use, op):
    out = use(t)
    op(t)
    try:
        out.sum().backward()
    except RuntimeError:
        return False
    return True
