"""Wrong: a change behind autograd's back counts too."""
import torch


def modified_in_place(op, t):
    before, version = t.detach().clone(), t._version
    op(t)
    return t._version != version or not torch.equal(before, t.detach())


def safe_to_backward(t, use, op):
    out = use(t)
    op(t)
    try:
        out.sum().backward()
    except RuntimeError:
        return False
    return True
