"""Wrong: records the final loss too, steps + 1 in all."""
import numpy as np


def fit(x, y, w, b, lr, steps):
    losses = []
    for _ in range(steps):
        err = w * x**2 + b - y
        losses.append(0.5 * np.sum(err**2))
        w, b = w - lr * np.sum(err * x**2), b - lr * np.sum(err)
    losses.append(0.5 * np.sum((w * x**2 + b - y)**2))
    return w, b, losses
