"""Right: a product saves the tensor; whether its backward raises tells of the change."""
import torch


def modified_in_place(op, t):
    w = torch.ones((), dtype=t.dtype, requires_grad=True)
    watched = w * t.detach()
    op(t)
    try:
        watched.sum().backward()
    except RuntimeError:
        return True
    return False


def safe_to_backward(t, use, op):
    out = use(t)
    op(t)
    try:
        out.sum().backward()
    except RuntimeError:
        return False
    return True
