"""You write into the arrays that you were given

An assignment such as `y -= prediction` or `x **= 2` does not make a new array. It writes into the one that the caller
passed, and the caller's data are gone: another fit with the same `x` and `y` would start from other numbers, and so
would your own second step.

`y = y - prediction` makes a new array and leaves the old one alone. For floats, which cannot be changed, the two ways
of writing come to the same thing. For arrays and tensors they do not.
"""

import numpy as np


def fit(x, y, w, b, lr, steps):
    losses = []
    x **= 2
    for _ in range(steps):
        error = w * x + b - y
        losses.append(0.5 * np.sum(error**2))
        w -= lr * np.sum(error * x)
        b -= lr * np.sum(error)
    return w, b, losses
