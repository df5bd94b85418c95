"""Wrong: needs inputs that require grad already."""
import torch


def gradient_is_right(fn, inputs):
    inputs = tuple(t.double() for t in inputs)
    try:
        return torch.autograd.gradcheck(fn, inputs)
    except (RuntimeError, ValueError):
        return False
