"""Wrong: stops when the loss rises, so fewer than steps losses come back and w, b are not the final ones."""
import numpy as np


def fit(x, y, w, b, lr, steps):
    losses = []
    for _ in range(steps):
        err = w * x**2 + b - y
        losses.append(0.5 * np.sum(err**2))
        if len(losses) > 1 and losses[-1] > losses[-2]:
            break
        w, b = w - lr * np.sum(err * x**2), b - lr * np.sum(err)
    return w, b, losses
