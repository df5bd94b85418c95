"""Wrong: rounds the given inputs in place."""
import torch


def gradient_is_right(fn, inputs):
    given = inputs
    inputs = tuple(t.detach().double().clone().requires_grad_() for t in inputs)
    for t in given:
        t.data.round_()
    try:
        return torch.autograd.gradcheck(fn, inputs)
    except RuntimeError:
        return False
