"""Your losses lack the factor of one half

The recorded losses are twice as large as they should be. The gradients are those of half the sum of squares, as asked
for, so the fit is right, and the losses that you report belong to another function than the one you descend.

Constant factors in a loss change neither its minimum nor the way there, if the learning rate is adapted. But the number
itself has a definition.
"""

import numpy as np


def fit(x, y, w, b, lr, steps):
    losses = []
    for _ in range(steps):
        error = w * x**2 + b - y
        losses.append(np.sum(error**2))
        w -= lr * np.sum(error * x**2)
        b -= lr * np.sum(error)
    return w, b, losses
