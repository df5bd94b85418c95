"""`modified_in_place` calls `op` twice

The answer is right, but each call of `op` changes `t`, and after two of them the caller's tensor is not what one call
would have made of it. If the counter stands elsewhere after the first call, you know already.

A function that changes something cannot be called once more just to look.
"""


def modified_in_place(op, t):
    before = t._version
    op(t)
    first = t._version != before
    op(t)
    return first


def safe_to_backward(t, use, op):
    out = use(t)
    op(t)
    try:
        out.sum().backward()
    except RuntimeError:
        return False
    return True
