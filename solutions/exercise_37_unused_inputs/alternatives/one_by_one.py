"""Asks for one gradient after another and keeps the graph; an input without one gets zeros from `torch.zeros`."""

import torch


def gradients_or_zeros(loss, inputs):
    gradients = []
    for each in inputs:
        (gradient,) = torch.autograd.grad(loss, [each], retain_graph=True, allow_unused=True)
        if gradient is None:
            gradient = torch.zeros(each.shape, dtype=each.dtype, device=each.device)
        gradients.append(gradient)
    return gradients
