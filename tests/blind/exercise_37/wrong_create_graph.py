"""Wrong: the gradients come back with a graph."""
import torch


def gradients_or_zeros(loss, inputs):
    grads = torch.autograd.grad(loss, inputs, allow_unused=True, create_graph=True)
    return tuple(torch.zeros_like(t) if g is None else g for t, g in zip(inputs, grads))
