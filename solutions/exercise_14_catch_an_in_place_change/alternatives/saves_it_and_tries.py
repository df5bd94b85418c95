"""Has autograd save `t` in a graph of its own, and sees whether that graph still goes backward."""

import torch


def goes_backward(out):
    try:
        out.sum().backward()
    except RuntimeError:
        return False
    else:
        return True


def modified_in_place(op, t):
    factor = torch.ones_like(t, requires_grad=True)
    product = factor * t.detach()
    op(t)
    return not goes_backward(product)


def safe_to_backward(t, use, op):
    out = use(t)
    op(t)
    return goes_backward(out)
