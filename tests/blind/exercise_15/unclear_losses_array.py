"""Unclear: the losses as a NumPy array; lists and tuples are alike, but is an array?"""
import numpy as np


def fit(x, y, w, b, lr, steps):
    losses = np.zeros(steps)
    for i in range(steps):
        err = w * x**2 + b - y
        losses[i] = 0.5 * np.sum(err**2)
        w, b = w - lr * np.sum(err * x**2), b - lr * np.sum(err)
    return w, b, losses
