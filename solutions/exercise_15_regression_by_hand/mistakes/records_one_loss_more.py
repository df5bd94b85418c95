"""Your list has one loss more than there are steps

The losses before each update are right. But then the loss after the last update is added, so `steps` steps give
`steps + 1` losses. It is a useful number to have. It does not belong to any step, though, and the list was to have one
loss for each.

With fence posts and gaps between them it is worth counting for the smallest number: one step, how many losses?
"""

import numpy as np


def loss_of(x, y, w, b):
    return 0.5 * np.sum((w * x**2 + b - y) ** 2)


def fit(x, y, w, b, lr, steps):
    losses = [loss_of(x, y, w, b)]
    for _ in range(steps):
        error = w * x**2 + b - y
        w -= lr * np.sum(error * x**2)
        b -= lr * np.sum(error)
        losses.append(loss_of(x, y, w, b))
    return w, b, losses
