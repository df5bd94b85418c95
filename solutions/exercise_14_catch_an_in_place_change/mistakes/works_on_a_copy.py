"""`safe_to_backward` does not see that `t` was saved by what it came from

With a copy of `t` everything that `use` has saved is judged rightly, and so it is with a backward pass that ends at
`t`. But `t` is the result of an operation, which may have saved *it*: `exp` and `tanh` do. Then a change of `t`
itself breaks the way from `t` back to the leaves, whatever `use` has saved.

The question is about this `t`, and about the whole backward pass.
"""


def modified_in_place(op, t):
    before = t._version
    op(t)
    return t._version != before


def safe_to_backward(t, use, op):
    copy = t.clone()
    out = use(copy)
    op(copy)
    try:
        out.sum().backward()
    except RuntimeError:
        return False
    return True
