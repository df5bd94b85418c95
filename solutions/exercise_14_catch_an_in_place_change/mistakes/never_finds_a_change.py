"""`modified_in_place` answers False, whatever `op` does

What you compare cannot differ. `before = t` is a second name for the same tensor, so it has changed as well when `op`
returns. The address of the memory is the same before and after, since to change a tensor in place is to leave it
where it is. And a version that is read only after `op` was called has moved already.

What you put aside must be a thing that does not move along with `t`, and it must be put aside in time.
"""

import torch


def modified_in_place(op, t):
    before = t
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
