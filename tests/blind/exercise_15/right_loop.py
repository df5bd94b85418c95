"""Right: the plain loop, both derivatives by hand."""
import numpy as np


def fit(x, y, w, b, lr, steps):
    losses = []
    for _ in range(steps):
        pred = w * x**2 + b
        err = pred - y
        losses.append(0.5 * np.sum(err**2))
        dw = np.sum(err * x**2)
        db = np.sum(err)
        w = w - lr * dw
        b = b - lr * db
    return w, b, losses
