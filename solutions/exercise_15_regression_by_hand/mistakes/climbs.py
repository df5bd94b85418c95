"""Your steps go up the slope, not down

The gradient points to where the loss *grows*. You add it to the parameters, so each step makes the loss larger, and the
gradient with it, until the numbers overflow.

Whether the minus stands in the update or in the error (`y - prediction` has the other sign than `prediction - y`) is up
to you. Losses that rise from the first step on are a sign that it stands in neither, or in both.
"""

import numpy as np


def fit(x, y, w, b, lr, steps):
    losses = []
    for _ in range(steps):
        error = w * x**2 + b - y
        losses.append(0.5 * np.sum(error**2))
        w += lr * np.sum(error * x**2)
        b += lr * np.sum(error)
    return w, b, losses
