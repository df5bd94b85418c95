"""`modified_in_place` calls `op` on a copy of `t`

The answer is right, since what `op` does to the copy it would have done to `t`. But it has not done it to `t`: the
caller, who asked for `op(t)`, finds a tensor that nothing has happened to.

Your function watches a change. It is not meant to prevent it.
"""


def modified_in_place(op, t):
    copy = t.clone()
    before = copy._version
    op(copy)
    return copy._version != before


def safe_to_backward(t, use, op):
    out = use(t)
    op(t)
    try:
        out.sum().backward()
    except RuntimeError:
        return False
    return True
