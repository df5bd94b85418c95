"""Wrong: gradients below 1e-3 count as zero."""
import torch


def gradients_or_zeros(loss, inputs):
    grads = torch.autograd.grad(loss, inputs, allow_unused=True)
    return tuple(torch.zeros_like(t) if g is None else torch.where(g.abs() < 1e-3, 0.0, g) for t, g in zip(inputs, grads))
