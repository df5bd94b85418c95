"""Wrong: the zeros are 0 times the values, so an infinite value gives NaN."""
import torch


def gradients_or_zeros(loss, inputs):
    grads = torch.autograd.grad(loss, inputs, allow_unused=True)
    return tuple(0 * t.detach() if g is None else g for t, g in zip(inputs, grads))
