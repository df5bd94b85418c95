"""Your losses are arrays

The product of a row and a column gives the sum of squares, but as a `(1, 1)` array, and such arrays are what your list
holds. Summed along one axis only, they would be arrays too.

What is asked for is a list of plain numbers, which can be printed, compared and plotted. An array of one element can
give you its number.
"""

import numpy as np


def fit(x, y, w, b, lr, steps):
    losses = []
    for _ in range(steps):
        error = w * x**2 + b - y
        losses.append(0.5 * error.T @ error)
        w -= lr * np.sum(error * x**2)
        b -= lr * np.sum(error)
    return w, b, losses
