"""Unclear: NumPy's bool; is it a real scalar like others?"""
import numpy as np
import torch


def modified_in_place(op, t):
    before = t._version
    op(t)
    return np.bool_(t._version != before)


def safe_to_backward(t, use, op):
    out = use(t)
    op(t)
    try:
        out.sum().backward()
    except RuntimeError:
        return False
    return True
