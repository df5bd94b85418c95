"""Your zeros have the shape of the loss

In place of a missing gradient you put a zero, but only a single one. A gradient has the shape of what it belongs to,
so that one can be subtracted from the other. Broadcasting hides this often, and not always.

What the zeros should be like is the input.
"""

import torch


def gradients_or_zeros(loss, inputs):
    found = torch.autograd.grad(loss, inputs, allow_unused=True)
    return tuple(torch.zeros_like(loss) if gradient is None else gradient for gradient in found)
