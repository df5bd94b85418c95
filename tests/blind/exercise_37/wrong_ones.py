"""Wrong: ones for zeros."""
import torch


def gradients_or_zeros(loss, inputs):
    grads = torch.autograd.grad(loss, inputs, allow_unused=True)
    return tuple(torch.ones_like(t) if g is None else g for t, g in zip(inputs, grads))
