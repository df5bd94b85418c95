"""Your gradient for `w` is multiplied by the derivative of the model with respect to `x`

`2 * w * x` says how the prediction changes when `x` moves. But `x` is data: it is given and does not move. What moves
is `w`, and with respect to `w` the model is a plain straight line, whatever stands beside it.

Before taking a derivative, say which number it is that moves. All the others are constants, also those that look like
variables.
"""

import numpy as np


def fit(x, y, w, b, lr, steps):
    losses = []
    for _ in range(steps):
        error = w * x**2 + b - y
        losses.append(0.5 * np.sum(error**2))
        grad_w = np.sum(error * 2 * w * x)
        grad_b = np.sum(error)
        w -= lr * grad_w
        b -= lr * grad_b
    return w, b, losses
