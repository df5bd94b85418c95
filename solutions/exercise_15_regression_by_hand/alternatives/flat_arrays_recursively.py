"""Flattens both arrays, and takes the remaining steps by calling itself."""

import numpy as np


def one_step(x, y, w, b, lr):
    r = y - (w * np.square(x) + b)
    return w + lr * np.dot(r, np.square(x)), b + lr * r.sum(), np.dot(r, r) / 2


def fit(x, y, w, b, lr, steps):
    if steps == 0:
        return w, b, []
    w, b, loss = one_step(x.flatten(), y.flatten(), w, b, lr)
    w, b, later = fit(x, y, w, b, lr, steps - 1)
    return w, b, [loss, *later]
