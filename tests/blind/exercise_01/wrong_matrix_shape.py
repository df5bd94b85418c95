"""Wrong: jacobian's (1, 1) shapes; the gradients have the leaves' shape (1,)."""
import torch


def gradients(x, w, b):
    return torch.autograd.functional.jacobian(lambda p, q: p * x + q, (w, b))
