"""You descend the sum of squared errors, without the half

Loss and gradients fit each other, but they belong to `sum((prediction - y)**2)`. The loss of this exercise is half of
that, and so is its gradient. Your losses are twice as large as they should be, and your steps twice as long.

The half is not decoration: it takes away the 2 that the derivative of the square brings.
"""

import numpy as np


def fit(x, y, w, b, lr, steps):
    losses = []
    for _ in range(steps):
        error = w * x**2 + b - y
        losses.append(np.sum(error**2))
        w -= lr * np.sum(2 * error * x**2)
        b -= lr * np.sum(2 * error)
    return w, b, losses
