"""Expands the square: five sums over the data are all that loss and gradients need."""

import numpy as np


def fit(x, y, w, b, lr, steps):
    s = x**2
    n, s1, s2 = len(x), s.sum(), (s * s).sum()
    t1, ts, tt = y.sum(), (y * s).sum(), (y * y).sum()
    losses = []
    for _ in range(steps):
        losses.append(0.5 * (w * w * s2 + 2 * w * b * s1 + n * b * b - 2 * w * ts - 2 * b * t1 + tt))
        grad_w = w * s2 + b * s1 - ts
        grad_b = w * s1 + n * b - t1
        w, b = w - lr * grad_w, b - lr * grad_b
    return float(w), float(b), [float(loss) for loss in losses]
