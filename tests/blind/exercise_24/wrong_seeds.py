"""Wrong: seeds torch's generator."""
import torch


def gradient_is_right(fn, inputs):
    torch.manual_seed(0)
    inputs = tuple(t.detach().double().clone().requires_grad_() for t in inputs)
    try:
        return torch.autograd.gradcheck(fn, inputs)
    except RuntimeError:
        return False
