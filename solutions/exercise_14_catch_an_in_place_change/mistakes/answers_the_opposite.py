"""`safe_to_backward` answers whether the backward pass fails

Your function finds out the right thing, and tells the opposite of what it is asked: True stands for "it is safe",
that is, the backward pass succeeds.

Read the function's name as a question, and then your `return` as the answer.
"""


def modified_in_place(op, t):
    before = t._version
    op(t)
    return t._version != before


def safe_to_backward(t, use, op):
    out = use(t)
    op(t)
    try:
        out.sum().backward()
    except RuntimeError:
        return True
    return False
