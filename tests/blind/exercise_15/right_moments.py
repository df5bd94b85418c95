"""Right: sums over the data taken once; the loop runs on plain floats."""
import numpy as np


def fit(x: np.ndarray, y: np.ndarray, w: float, b: float, lr: float, steps: int) -> tuple[float, float, list[float]]:
    q: np.ndarray = x * x
    n = len(x)
    losses: list[float] = []
    sqq, sq, sqy, sy = (float(np.sum(a)) for a in (q * q, q, q * y, y))
    for _ in range(steps):
        losses.append(0.5 * float(sum((w * u + b - v) ** 2 for u, v in zip(q.flatten(), y.flatten()))))
        w, b = w - lr * (w * sqq + b * sq - sqy), b - lr * (w * sq + n * b - sy)
    return w, b, losses
