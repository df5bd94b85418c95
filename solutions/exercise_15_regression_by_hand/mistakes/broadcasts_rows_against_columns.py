"""Your predictions and targets have different shapes, and every pair of them is compared

One of the two arrays was flattened and the other was not. Between shapes `(n,)` and `(n, 1)` NumPy does not complain:
it *broadcasts* both to `(n, n)`, so every prediction is compared with every target. Sums over that table contain n
times n errors, most of which belong to nobody.

Print the shape of the error. It should be the shape of the data.
"""

import numpy as np


def fit(x, y, w, b, lr, steps):
    x = x.ravel()
    losses = []
    for _ in range(steps):
        error = w * x**2 + b - y
        losses.append(0.5 * np.sum(error**2))
        w -= lr * np.sum(error * x**2)
        b -= lr * np.sum(error)
    return w, b, losses
