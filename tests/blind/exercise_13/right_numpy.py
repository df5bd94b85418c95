"""Right: through the NumPy array that shares the memory."""
import numpy as np


def assign_(p, value):
    np.copyto(p.detach().numpy(), value.detach().numpy())


def descend_(p, lr):
    array = p.detach().numpy()
    array -= np.float64(lr) * p.grad.numpy()
