"""Wrong: compares values, so a change by .data counts and one that writes the same values does not."""
import torch


def modified_in_place(op, t):
    before = t.detach().clone()
    op(t)
    return not torch.equal(before, t.detach())


def safe_to_backward(t, use, op):
    out = use(t)
    op(t)
    try:
        out.sum().backward()
    except RuntimeError:
        return False
    return True
