"""Wrong: None where the loss does not depend on an input."""
import torch


def gradients_or_zeros(loss, inputs):
    return torch.autograd.grad(loss, inputs, allow_unused=True)
