"""A gradient of the wrong shape makes your function raise

With `raise_exception=False`, `gradcheck` keeps its *own* error to itself. A gradient of the wrong shape does not get
as far as the comparison: it is torch's backward pass that refuses it, and that error passes through `gradcheck`, and
through your function.

A wrong backward can fail in many ways. The answer is the same in all of them.
"""

import torch


def gradient_is_right(fn, inputs):
    own = tuple(x.detach().clone().double().requires_grad_() for x in inputs)
    return torch.autograd.gradcheck(fn, own, raise_exception=False)
