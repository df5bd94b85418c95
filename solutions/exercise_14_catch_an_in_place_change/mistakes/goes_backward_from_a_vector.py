"""`safe_to_backward` always answers False, because its backward pass never starts

`out.backward()` without arguments works for a single number only. For a vector torch raises a `RuntimeError` at once,
and your `except` takes it for the error that you are looking for. The in-place change has nothing to do with it.

Whoever catches an error should know which ones can come. Take away the `try` for a moment and read what torch says.
"""


def modified_in_place(op, t):
    before = t._version
    op(t)
    return t._version != before


def safe_to_backward(t, use, op):
    out = use(t)
    op(t)
    try:
        out.backward()
    except RuntimeError:
        return False
    return True
