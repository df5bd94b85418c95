"""Wrong: the zeros are 0 * t and hang on its graph."""
import torch


def gradients_or_zeros(loss, inputs):
    grads = torch.autograd.grad(loss, inputs, allow_unused=True)
    return tuple(0 * t if g is None else g for t, g in zip(inputs, grads))
