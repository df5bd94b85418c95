"""`modified_in_place` answers with the number of changes

The difference of the two versions is a number, 0 for no change and 1 or more for a change. In an `if` it would do,
but asked for is True or False, and a comparison with True is wrong as soon as there are two changes.

A comparison gives what is asked for. What do you have to compare?
"""


def modified_in_place(op, t):
    before = t._version
    op(t)
    return t._version - before


def safe_to_backward(t, use, op):
    out = use(t)
    op(t)
    try:
        out.sum().backward()
    except RuntimeError:
        return False
    return True
