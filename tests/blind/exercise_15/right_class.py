"""Right: a class with forward and backward and a NumPy scalar for every number; the word torch only in comments and strings."""
import numpy as np

NOTE = "no import torch here"  # torch.tensor would be forbidden


class Model:
    """Like torch's modules, without torch."""

    def __init__(self, w, b):
        self.w, self.b = np.float64(w), np.float64(b)

    def forward(self, x):
        self.x = x
        return self.w * x ** 2 + self.b

    def backward(self, g):
        return (g * self.x ** 2).sum(), g.sum()


def fit(x, y, w, b, lr, steps):
    m = Model(w, b)
    losses = []
    for _ in range(steps):
        pred = m.forward(x)
        losses.append(0.5 * ((pred - y) ** 2).sum())
        dw, db = m.backward(pred - y)
        m.w -= lr * dw
        m.b -= lr * db
    return m.w, m.b, losses
