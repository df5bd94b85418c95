"""Unclear: a NumPy bool; only real scalars are said to be alike."""
import numpy as np
import torch


def gradient_is_right(fn, inputs):
    inputs = tuple(t.detach().double().clone().requires_grad_() for t in inputs)
    try:
        return np.bool_(torch.autograd.gradcheck(fn, inputs))
    except RuntimeError:
        return False
