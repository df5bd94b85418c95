"""Wrong: 0.5 * mean for the recorded loss; the gradients are those of the sum."""
import numpy as np


def fit(x, y, w, b, lr, steps):
    losses = []
    for _ in range(steps):
        err = w * x**2 + b - y
        losses.append(0.5 * np.mean(err**2))
        w, b = w - lr * np.sum(err * x**2), b - lr * np.sum(err)
    return w, b, losses
