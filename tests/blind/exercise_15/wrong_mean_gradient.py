"""Wrong: the gradients are divided by n, the loss is not."""
import numpy as np


def fit(x, y, w, b, lr, steps):
    losses = []
    for _ in range(steps):
        err = w * x**2 + b - y
        losses.append(0.5 * np.sum(err**2))
        w, b = w - lr * np.mean(err * x**2), b - lr * np.mean(err)
    return w, b, losses
