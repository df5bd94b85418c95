"""Wrong: leaves grad mode off where the backward fails."""
import torch


def modified_in_place(op, t):
    before = t._version
    op(t)
    return t._version != before


def safe_to_backward(t, use, op):
    out = use(t)
    op(t)
    try:
        out.sum().backward()
    except RuntimeError:
        torch.set_grad_enabled(False)
        return False
    return True
