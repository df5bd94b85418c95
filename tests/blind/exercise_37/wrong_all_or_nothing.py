"""Wrong: one unused input makes every gradient zero."""
import torch


def gradients_or_zeros(loss, inputs):
    try:
        return torch.autograd.grad(loss, inputs)
    except RuntimeError:
        return tuple(torch.zeros_like(t) for t in inputs)
