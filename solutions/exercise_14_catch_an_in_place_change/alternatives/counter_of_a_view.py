"""Reads the counter of a detached view, which is shared; goes backward with a vector of ones."""

import torch


def modified_in_place(op, t):
    view = t.detach()
    versions = [view._version]
    op(t)
    versions.append(view._version)
    return len(set(versions)) == 2


def safe_to_backward(t, use, op):
    out = use(t)
    op(t)
    safe = True
    try:
        torch.autograd.backward([out], [torch.ones_like(out)])
    except Exception:
        safe = False
    return safe
