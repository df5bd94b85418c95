"""Wrong: loss and gradients without the 0.5."""
import numpy as np


def fit(x, y, w, b, lr, steps):
    losses = []
    for _ in range(steps):
        err = w * x**2 + b - y
        losses.append(np.sum(err**2))
        w, b = w - lr * 2 * np.sum(err * x**2), b - lr * 2 * np.sum(err)
    return w, b, losses
