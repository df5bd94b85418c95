"""Wrong: computes in float32."""
import numpy as np


def fit(x, y, w, b, lr, steps):
    x, y, w, b = x.astype("float32"), y.astype("float32"), np.float32(w), np.float32(b)
    lr = np.float32(lr)
    losses = []
    for _ in range(steps):
        err = w * x**2 + b - y
        losses.append(float(0.5 * np.sum(err**2)))
        w, b = w - lr * np.sum(err * x**2), b - lr * np.sum(err)
    return float(w), float(b), losses
