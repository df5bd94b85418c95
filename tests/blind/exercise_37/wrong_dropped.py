"""Wrong: unused inputs are dropped from the result."""
import torch


def gradients_or_zeros(loss, inputs):
    grads = torch.autograd.grad(loss, inputs, allow_unused=True)
    return tuple(g for g in grads if g is not None)
