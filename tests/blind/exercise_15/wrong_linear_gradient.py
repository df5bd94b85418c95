"""Wrong: the derivative by w uses x for x**2."""
import numpy as np


def fit(x, y, w, b, lr, steps):
    losses = []
    for _ in range(steps):
        err = w * x**2 + b - y
        losses.append(0.5 * np.sum(err**2))
        w, b = w - lr * np.sum(err * x), b - lr * np.sum(err)
    return w, b, losses
