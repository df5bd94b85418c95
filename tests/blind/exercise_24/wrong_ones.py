"""Wrong: checks at a point of ones, not at the inputs."""
import torch


def gradient_is_right(fn, inputs):
    inputs = tuple(torch.ones_like(t).detach().double().clone().requires_grad_() for t in inputs)
    try:
        return torch.autograd.gradcheck(fn, inputs)
    except RuntimeError:
        return False
