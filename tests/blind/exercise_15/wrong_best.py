"""Wrong: returns the w and b of the lowest loss; the final ones are asked for."""
import numpy as np


def fit(x, y, w, b, lr, steps):
    losses, seen = [], []
    for _ in range(steps):
        err = w * x**2 + b - y
        losses.append(0.5 * np.sum(err**2))
        seen.append((w, b))
        w, b = w - lr * np.sum(err * x**2), b - lr * np.sum(err)
    w, b = seen[int(np.argmin(losses))]
    return w, b, losses
