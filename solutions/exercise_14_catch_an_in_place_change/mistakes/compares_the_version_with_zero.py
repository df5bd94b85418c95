"""`modified_in_place` answers True for a tensor that was changed earlier

The version counter starts at 0, but it does not start with your function. A tensor may have been changed many times
before it came to you, and its counter tells of all of that.

Whether something has moved you find out from two readings, not from one.
"""


def modified_in_place(op, t):
    op(t)
    return t._version > 0


def safe_to_backward(t, use, op):
    out = use(t)
    op(t)
    try:
        out.sum().backward()
    except RuntimeError:
        return False
    return True
