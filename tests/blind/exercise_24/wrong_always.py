"""Wrong: True as soon as a backward can be run."""
import torch


def gradient_is_right(fn, inputs):
    inputs = tuple(t.detach().double().clone().requires_grad_() for t in inputs)
    try:
        torch.autograd.grad(fn(*inputs).sum(), inputs)
        return True
    except RuntimeError:
        return False
