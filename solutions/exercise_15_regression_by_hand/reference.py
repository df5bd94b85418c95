"""Both derivatives by the chain rule: the error, times how the prediction depends on the parameter, summed."""

import numpy as np


def fit(x: np.ndarray, y: np.ndarray, w: float, b: float, lr: float, steps: int) -> tuple[float, float, list[float]]:
    """Descend from `w` and `b` along the gradient of half the sum of squared errors of `w * x**2 + b`."""
    losses = []
    for _ in range(steps):
        error = w * x**2 + b - y
        losses.append(0.5 * np.sum(error**2))
        w, b = w - lr * np.sum(error * x**2), b - lr * np.sum(error)
    return w, b, losses
