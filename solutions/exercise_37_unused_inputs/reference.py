"""Allows unused inputs, and puts zeros like the input in place of each None."""

import torch


def gradients_or_zeros(loss, inputs):
    found = torch.autograd.grad(loss, inputs, allow_unused=True)
    return tuple(torch.zeros_like(each) if gradient is None else gradient for each, gradient in zip(inputs, found))
