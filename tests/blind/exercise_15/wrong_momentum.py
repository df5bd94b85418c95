"""Wrong: momentum 0.1; plain gradient descent is asked for."""
import numpy as np


def fit(x, y, w, b, lr, steps):
    losses, vw, vb = [], 0.0, 0.0
    for _ in range(steps):
        err = w * x**2 + b - y
        losses.append(0.5 * np.sum(err**2))
        vw, vb = 0.1 * vw + np.sum(err * x**2), 0.1 * vb + np.sum(err)
        w, b = w - lr * vw, b - lr * vb
    return w, b, losses
