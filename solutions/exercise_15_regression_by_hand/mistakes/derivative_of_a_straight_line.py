"""Your gradient for `w` is that of a straight line

The errors are multiplied by `x`. That would be right for the model `w * x + b`. In this one `w` stands in front of the
square of `x`, so when `w` moves by a little, the prediction moves by that times something else than `x`.

The derivative with respect to a parameter is read off the place where that parameter stands in the model.
"""

import numpy as np


def fit(x, y, w, b, lr, steps):
    losses = []
    for _ in range(steps):
        error = w * x**2 + b - y
        losses.append(0.5 * np.sum(error**2))
        w -= lr * np.sum(error * x)
        b -= lr * np.sum(error)
    return w, b, losses
