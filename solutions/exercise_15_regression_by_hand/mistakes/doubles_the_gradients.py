"""Your gradients are twice what they should be

The derivative of a square brings a factor of 2. But the loss has a factor of one half in front, which is there for
exactly this reason: the two cancel. Your loss keeps the half, your gradients do not.

Twice the gradient has the same effect as twice the learning rate. The fit still gets there, or oscillates, and nothing
says that the step was not the one asked for.
"""

import numpy as np


def fit(x, y, w, b, lr, steps):
    losses = []
    for _ in range(steps):
        error = w * x**2 + b - y
        losses.append(0.5 * np.sum(error**2))
        w -= lr * 2 * np.sum(error * x**2)
        b -= lr * 2 * np.sum(error)
    return w, b, losses
