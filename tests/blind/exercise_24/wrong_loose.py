"""Wrong: a tolerance of 0.5 lets small errors pass."""
import torch


def gradient_is_right(fn, inputs):
    inputs = tuple(t.detach().double().clone().requires_grad_() for t in inputs)
    try:
        return torch.autograd.gradcheck(fn, inputs, atol=0.5)
    except RuntimeError:
        return False
