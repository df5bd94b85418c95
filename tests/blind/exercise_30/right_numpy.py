"""Right: NumPy on the gradients' own memory, a NumPy scalar."""
import numpy as np


def clip_grad_norm(parameters, max_norm):
    arrays = [p.grad.numpy() for p in parameters if p.grad is not None]
    norm = np.sqrt(np.sum([np.sum(a**2) for a in arrays]))
    if norm > max_norm:
        for a in arrays:
            a *= max_norm / norm
    return norm
