"""Wrong: all zeros are views of one zero."""
import torch


def gradients_or_zeros(loss, inputs):
    zeros = {}
    out = []
    for t, g in zip(inputs, torch.autograd.grad(loss, inputs, allow_unused=True)):
        if g is None:
            g = zeros.setdefault(t.dtype, torch.zeros((), dtype=t.dtype)).expand(t.shape)
        out.append(g)
    return tuple(out)
