"""Wrong: zeros in torch's default dtype."""
import torch


def gradients_or_zeros(loss, inputs):
    grads = torch.autograd.grad(loss, inputs, allow_unused=True)
    return tuple(torch.zeros(t.shape) if g is None else g for t, g in zip(inputs, grads))
