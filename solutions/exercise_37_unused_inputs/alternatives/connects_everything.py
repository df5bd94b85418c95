"""Connects every input to the loss, by a term that is zero times its sum, and adds up what each contributes."""

import torch


def gradients_or_zeros(loss, inputs):
    connected = loss + sum(0.0 * each.sum() for each in inputs)
    return tuple(gradient.clone() for gradient in torch.autograd.grad(connected, tuple(inputs)))
