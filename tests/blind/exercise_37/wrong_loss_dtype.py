"""Wrong: zeros in the dtype of the loss."""
import torch


def gradients_or_zeros(loss, inputs):
    grads = torch.autograd.grad(loss, inputs, allow_unused=True)
    return tuple(loss.new_zeros(t.shape) if g is None else g for t, g in zip(inputs, grads))
