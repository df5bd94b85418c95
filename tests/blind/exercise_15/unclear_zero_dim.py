"""Unclear: 0-dimensional arrays for the floats; is one a NumPy scalar?"""
import numpy as np


def fit(x, y, w, b, lr, steps):
    losses = []
    for _ in range(steps):
        err = w * x**2 + b - y
        losses.append(0.5 * np.sum(err**2))
        w, b = w - lr * np.sum(err * x**2), b - lr * np.sum(err)
    return np.array(w), np.array(b), losses
