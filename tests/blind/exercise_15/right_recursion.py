"""Right: recursion; a tuple of losses and a list for the result."""
import numpy as np


def fit(x, y, w, b, lr, steps):
    if steps == 0:
        return [w, b, ()]
    e = w * np.square(x) + b - y
    loss = float(np.dot(e.ravel(), e.ravel()) / 2)
    w2, b2, rest = fit(x, y, w - lr * float((e * x * x).sum()), b - lr * float(e.sum()), lr, steps - 1)
    return [w2, b2, (loss,) + tuple(rest)]
