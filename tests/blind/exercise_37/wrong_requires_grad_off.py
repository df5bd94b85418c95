"""Wrong: unused inputs do not require grad afterwards."""
import torch


def gradients_or_zeros(loss, inputs):
    grads = torch.autograd.grad(loss, inputs, allow_unused=True)
    for t, g in zip(inputs, grads):
        if g is None and t.is_leaf:
            t.requires_grad_(False)
    return tuple(torch.zeros_like(t) if g is None else g for t, g in zip(inputs, grads))
