"""Wrong: makes the given inputs require grad."""
import torch


def gradient_is_right(fn, inputs):
    for t in inputs:
        t.requires_grad_()
    inputs = tuple(t.detach().double().clone().requires_grad_() for t in inputs)
    try:
        return torch.autograd.gradcheck(fn, inputs)
    except RuntimeError:
        return False
