"""Wrong: wants the counter moved and the values changed, so t.mul_(1) answers False."""
import torch


def modified_in_place(op, t):
    before, version = t.detach().clone(), t._version
    op(t)
    return t._version != version and not torch.equal(before, t.detach())


def safe_to_backward(t, use, op):
    out = use(t)
    op(t)
    try:
        out.sum().backward()
    except RuntimeError:
        return False
    return True
