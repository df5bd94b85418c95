"""Wrong: modified_in_place leaves grad mode off."""
import torch


def modified_in_place(op, t):
    before = t._version
    torch.set_grad_enabled(False)
    op(t)
    return t._version != before


def safe_to_backward(t, use, op):
    out = use(t)
    op(t)
    try:
        out.sum().backward()
    except RuntimeError:
        return False
    return True
