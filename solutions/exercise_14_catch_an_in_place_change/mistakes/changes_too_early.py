"""`safe_to_backward` never finds that a change does harm

An in-place change is dangerous if it comes between the moment when a tensor is saved and the moment when it is
needed. If `op` is called before `use`, the changed tensor is what gets saved; if the backward pass runs before `op`,
what was saved is not needed any more. Either way the backward pass succeeds.

There are three steps, and their order is the point.
"""


def modified_in_place(op, t):
    before = t._version
    op(t)
    return t._version != before


def safe_to_backward(t, use, op):
    op(t)
    out = use(t)
    try:
        out.sum().backward()
    except RuntimeError:
        return False
    return True
