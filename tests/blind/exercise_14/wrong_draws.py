"""Wrong: draws a random number that nobody asked for; the random state is left as found."""
import torch


def modified_in_place(op, t):
    before = t._version
    op(t)
    return t._version != before


def safe_to_backward(t, use, op):
    out = use(t)
    op(t)
    try:
        out.backward(torch.rand_like(out))
    except RuntimeError:
        return False
    return True
