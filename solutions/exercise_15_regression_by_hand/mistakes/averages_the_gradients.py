"""Your gradients are means over the points, while your loss is a sum

The loss is right: a sum over all points. The derivative of a sum is the sum of the derivatives, and nowhere in it is
anything divided by the number of points. Your steps have the right direction and are too short.

A gradient always belongs to one particular loss. If the two are written down apart from each other, they can drift
apart without any error.
"""

import numpy as np


def fit(x, y, w, b, lr, steps):
    losses = []
    for _ in range(steps):
        error = w * x**2 + b - y
        losses.append(0.5 * np.sum(error**2))
        w -= lr * np.mean(error * x**2)
        b -= lr * np.mean(error)
    return w, b, losses
