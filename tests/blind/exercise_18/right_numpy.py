"""Right: NumPy, the derivatives by hand, NumPy scalars for the floats."""
import numpy as np


def fit_line(x, y, lr, epochs):
    x, y = np.array(x.detach()), np.array(y.detach())
    a = b = np.float64(0)
    A, B, L = [], [], []
    for _ in range(epochs):
        r, q = a * x - y + b, a * a + 1
        A.append(a), B.append(b), L.append(np.mean(r**2) / q)
        da = np.mean(2 * r * x) / q - np.mean(r**2) * 2 * a / q**2
        db = np.mean(2 * r) / q
        a, b = a - lr * da, b - lr * db
    i = int(np.argmin(L))
    return A[i], B[i], L
