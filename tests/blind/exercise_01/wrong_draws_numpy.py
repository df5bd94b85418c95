"""Wrong: draws from NumPy's global generator; the random state is not left as found."""
import numpy as np
import torch


def gradients(x, w, b):
    np.random.seed(1)
    z = w * x + b
    z.backward()
    return w.grad, b.grad
