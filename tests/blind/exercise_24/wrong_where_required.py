"""Wrong: checks only the inputs that require grad already, and says True for the rest."""
import torch


def gradient_is_right(fn, inputs):
    inputs = tuple(t.detach().double().clone().requires_grad_(t.requires_grad) for t in inputs)
    if not any(t.requires_grad for t in inputs):
        return True
    try:
        return torch.autograd.gradcheck(fn, inputs)
    except RuntimeError:
        return False
