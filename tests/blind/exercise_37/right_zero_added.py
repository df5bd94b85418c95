"""Right: adds an empty slice of every input to the loss, so that all are used."""
import torch


def gradients_or_zeros(loss, inputs):
    total = loss
    for x in inputs:
        total = total + x.reshape(-1)[:0].sum().to(loss.dtype)
    return torch.autograd.grad(total, tuple(inputs))
