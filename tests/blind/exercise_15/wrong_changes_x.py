"""Wrong: squares x in place, so the caller's array is changed."""
import numpy as np


def fit(x, y, w, b, lr, steps):
    x *= x
    losses = []
    for _ in range(steps):
        err = w * x + b - y
        losses.append(0.5 * np.sum(err**2))
        w, b = w - lr * np.sum(err * x), b - lr * np.sum(err)
    return w, b, losses
