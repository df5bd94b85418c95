"""`modified_in_place` finds a change only if it is a single one

Each in-place operation adds 1 to the version counter. An `op` that changes `t` several times moves it further than
that, and with `== before + 1` it is taken for one that changed nothing.

It is not asked how far the counter has moved.
"""


def modified_in_place(op, t):
    before = t._version
    op(t)
    return t._version == before + 1


def safe_to_backward(t, use, op):
    out = use(t)
    op(t)
    try:
        out.sum().backward()
    except RuntimeError:
        return False
    return True
