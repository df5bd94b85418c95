"""Wrong: allow_unused is not set; an unused input raises."""
import torch


def gradients_or_zeros(loss, inputs):
    return torch.autograd.grad(loss, inputs)
