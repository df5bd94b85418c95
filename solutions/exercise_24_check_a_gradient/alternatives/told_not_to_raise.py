"""Tells `gradcheck` not to raise its own error, and catches what the backward pass itself raises."""

import torch as t


def gradient_is_right(fn, inputs):
    copies = [t.tensor(x.tolist(), dtype=t.float64, requires_grad=True) for x in inputs]
    try:
        return t.autograd.gradcheck(fn, copies, eps=1e-5, atol=1e-4, raise_exception=False)
    except Exception:
        return False
