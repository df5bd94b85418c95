"""Your `w` and `b` come back as arrays

A sum along one axis of an `(n, 1)` array leaves the other axis in place, so each gradient is an array with a single
element, and with the first update so are `w` and `b`. The numbers in them are right.

What is asked for are plain numbers. Print the shape of a gradient: a number has none, or `()`.
"""

import numpy as np


def fit(x, y, w, b, lr, steps):
    losses = []
    for _ in range(steps):
        error = w * x**2 + b - y
        losses.append(0.5 * np.sum(error**2))
        w = w - lr * np.sum(error * x**2, axis=0)
        b = b - lr * np.sum(error, axis=0)
    return w, b, losses
