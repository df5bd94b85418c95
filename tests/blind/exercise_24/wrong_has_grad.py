"""Wrong: runs a backward on the given inputs that leaves a .grad where there was none."""
import torch


def gradient_is_right(fn, inputs):
    given = inputs
    inputs = tuple(t.detach().double().clone().requires_grad_() for t in inputs)
    for t in given:
        t.grad = torch.zeros_like(t)
    try:
        return torch.autograd.gradcheck(fn, inputs)
    except RuntimeError:
        return False
