"""Works on NumPy views of the gradients' memory."""

import numpy as np


def clip_grad_norm(parameters, max_norm):
    views = [p.grad.numpy() for p in parameters if p.grad is not None]
    norm = np.sqrt(sum(np.vdot(view, view) for view in views))
    factor = min(1.0, max_norm / norm) if norm else 1.0
    for view in views:
        np.multiply(view, factor, out=view)
    return norm
