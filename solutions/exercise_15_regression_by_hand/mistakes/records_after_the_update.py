"""Your losses are computed after the update

The parameters move as they should, but each loss is the one that the step leads to, not the one it starts from. The
first loss, that of the values passed in, is nowhere in your list, and your last one belongs to a step that was never
taken.

Loss and gradient of a step belong together: both are taken at the same parameters, from the same prediction.
"""

import numpy as np


def fit(x, y, w, b, lr, steps):
    losses = []
    for _ in range(steps):
        error = w * x**2 + b - y
        w -= lr * np.sum(error * x**2)
        b -= lr * np.sum(error)
        losses.append(0.5 * np.sum((w * x**2 + b - y) ** 2))
    return w, b, losses
