"""Wrong: b's gradient is taken with the w just updated."""
import numpy as np


def fit(x, y, w, b, lr, steps):
    losses = []
    for _ in range(steps):
        losses.append(0.5 * np.sum((w * x**2 + b - y)**2))
        w = w - lr * np.sum((w * x**2 + b - y) * x**2)
        b = b - lr * np.sum(w * x**2 + b - y)
    return w, b, losses
