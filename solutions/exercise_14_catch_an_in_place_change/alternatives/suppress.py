"""The sum is taken before the change; a suppressed error leaves the answer as it is."""

import contextlib

import numpy as np


def modified_in_place(op, t):
    before = t._version
    op(t)
    return np.bool_(t._version > before)


def safe_to_backward(t, use, op):
    total = use(t).sum()
    op(t)
    answer = False
    with contextlib.suppress(RuntimeError):
        total.backward()
        answer = True
    return answer
