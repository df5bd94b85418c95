"""Your loss and your gradients are means over the points, not sums

The loss of this exercise is half the *sum* of the squared errors. With a mean in its place, loss and gradients are all
divided by the number of points, and every step is that much shorter.

A mean is a common choice, because a good learning rate then does not depend on how many points there are. But sum and
mean are two losses, and each has its own gradient. Which one is meant has to be read off its definition.
"""

import numpy as np


def fit(x, y, w, b, lr, steps):
    losses = []
    for _ in range(steps):
        error = w * x**2 + b - y
        losses.append(0.5 * np.mean(error**2))
        grad_w = np.mean(error * x**2)
        grad_b = np.mean(error)
        w -= lr * grad_w
        b -= lr * grad_b
    return w, b, losses
