"""Wrong: starts from zero, not from the w and b given."""
import numpy as np


def fit(x, y, w, b, lr, steps):
    losses, w, b = [], 0.0, 0.0
    for _ in range(steps):
        err = w * x**2 + b - y
        losses.append(0.5 * np.sum(err**2))
        w, b = w - lr * np.sum(err * x**2), b - lr * np.sum(err)
    return w, b, losses
