"""Right: autograd.functional.jacobian, its (1, 1) results brought to (1,)."""
import torch
from torch.autograd.functional import jacobian


def gradients(x, w, b):
    jw, jb = jacobian(lambda p, q: p * x + q, (w, b))
    return jw.reshape(1), jb.reshape(1)
