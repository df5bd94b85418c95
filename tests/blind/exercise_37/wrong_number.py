"""Wrong: the number 0.0 for a tensor."""
import torch


def gradients_or_zeros(loss, inputs):
    grads = torch.autograd.grad(loss, inputs, allow_unused=True)
    return tuple(0.0 if g is None else g for t, g in zip(inputs, grads))
