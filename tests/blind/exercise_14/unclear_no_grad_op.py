"""Unclear: op runs without gradients; may op see the grad mode?"""
import torch


def modified_in_place(op, t):
    before = t._version
    op(t)
    return t._version != before


def safe_to_backward(t, use, op):
    out = use(t)
    with torch.no_grad():
        op(t)
    try:
        out.sum().backward()
    except RuntimeError:
        return False
    return True
