"""Unclear: gradcheck's fast mode compares one random projection; is that enough for 'agrees'?"""
import torch


def gradient_is_right(fn, inputs):
    inputs = tuple(t.detach().double().clone().requires_grad_() for t in inputs)
    try:
        return torch.autograd.gradcheck(fn, inputs, fast_mode=True)
    except RuntimeError:
        return False
