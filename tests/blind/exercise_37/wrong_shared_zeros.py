"""Wrong: unused inputs of one shape and dtype get one and the same tensor of zeros."""
import torch


def gradients_or_zeros(loss, inputs):
    cache = {}
    out = []
    for t, g in zip(inputs, torch.autograd.grad(loss, inputs, allow_unused=True)):
        if g is None:
            g = cache.setdefault((t.shape, t.dtype), torch.zeros_like(t))
        out.append(g)
    return tuple(out)
