"""Wrong: the zeros are flat."""
import torch


def gradients_or_zeros(loss, inputs):
    grads = torch.autograd.grad(loss, inputs, allow_unused=True)
    return tuple(torch.zeros(t.numel(), dtype=t.dtype) if g is None else g for t, g in zip(inputs, grads))
