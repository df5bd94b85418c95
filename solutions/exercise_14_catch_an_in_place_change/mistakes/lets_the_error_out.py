"""`safe_to_backward` does not answer False, it raises

Where the backward pass fails, the error leaves your function, and the caller, who asked a question, gets no answer.
Where the backward pass succeeds, you answer True.

An error of the backward pass is one of the two results that you are to tell. Python can catch it.
"""


def modified_in_place(op, t):
    before = t._version
    op(t)
    return t._version != before


def safe_to_backward(t, use, op):
    out = use(t)
    op(t)
    out.sum().backward()
    return True
