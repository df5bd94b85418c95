"""Wrong: checks the gradient of the sum; a backward that ignores its upstream gradient passes."""
import torch


def gradient_is_right(fn, inputs):
    inputs = tuple(t.detach().double().clone().requires_grad_() for t in inputs)
    try:
        return torch.autograd.gradcheck(lambda *a: fn(*a).sum(), inputs)
    except RuntimeError:
        return False
