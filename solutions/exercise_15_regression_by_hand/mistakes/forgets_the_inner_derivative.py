"""Your gradient for `w` lacks the derivative of the prediction with respect to `w`

What you have is the derivative of the loss with respect to the predictions, summed. That is half of the chain rule. The
other half is how much each prediction moves when `w` does, and that differs from point to point: a point with a large
`x` moves far, one at `x = 0` not at all.

For `b` it happens to be enough, because every prediction moves by exactly as much as `b`.
"""

import numpy as np


def fit(x, y, w, b, lr, steps):
    losses = []
    for _ in range(steps):
        error = w * x**2 + b - y
        losses.append(0.5 * np.sum(error**2))
        w -= lr * np.sum(error)
        b -= lr * np.sum(error)
    return w, b, losses
