"""Wrong: w and b come back as arrays of shape (1, 1), not floats."""
import numpy as np


def fit(x, y, w, b, lr, steps):
    losses = []
    w, b = np.array([[w]]), np.array([[b]])
    for _ in range(steps):
        err = x**2 @ w + b - y
        losses.append(0.5 * np.sum(err**2))
        w, b = w - lr * (x**2).T @ err, b - lr * err.sum(axis=0, keepdims=True)
    return w, b, losses
