"""`modified_in_place` compares the numbers in `t`

Where the numbers differ you answer True, and that goes wrong in both directions. An in-place operation that leaves
the numbers as they were has been counted, so autograd takes the tensor for changed. And a change through `.data`
makes other numbers without being counted, so autograd takes the tensor for unchanged.

Autograd never compares numbers; it would have to keep a copy of each tensor that it saves. What does it look at
instead?
"""

import torch


def modified_in_place(op, t):
    before = t.detach().clone()
    op(t)
    return not torch.equal(before, t)


def safe_to_backward(t, use, op):
    out = use(t)
    op(t)
    try:
        out.sum().backward()
    except RuntimeError:
        return False
    return True
