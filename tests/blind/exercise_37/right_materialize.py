"""Right: materialize_grads does it; a list for the tuple."""
import torch


def gradients_or_zeros(loss, inputs):
    return list(torch.autograd.grad(loss, list(inputs), materialize_grads=True))
