"""The derivatives on paper, by the quotient rule, and the loop in NumPy."""

import numpy as np


def fit_line(x, y, lr, epochs):
    x, y = x.numpy(), y.numpy()
    a = b = 0.0
    losses = []
    best = (np.inf, a, b)
    for _ in range(epochs):
        r, d = a * x - y + b, a * a + 1
        loss = np.mean(r * r) / d
        losses.append(loss)
        best = min(best, (loss, a, b))
        grad_a = np.mean(2 * r * x) / d - 2 * a * np.mean(r * r) / d**2
        grad_b = np.mean(2 * r) / d
        a, b = a - lr * grad_a, b - lr * grad_b
    return best[1], best[2], losses
