"""Wrong: a scalar zero, whatever the shape."""
import torch


def gradients_or_zeros(loss, inputs):
    grads = torch.autograd.grad(loss, inputs, allow_unused=True)
    return tuple(torch.zeros((), dtype=t.dtype) if g is None else g for t, g in zip(inputs, grads))
