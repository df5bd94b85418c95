"""Your zeros have torch's default dtype

`torch.zeros(shape)` knows the shape, but nothing of the input's dtype, and takes `float32` (unless the default was
changed). An input of `float64` gets a gradient of another dtype, and computing on with both either fails or goes on
in a dtype that nobody chose.

Shape and dtype are both properties of the input, and both are to be taken over.
"""

import torch


def gradients_or_zeros(loss, inputs):
    found = torch.autograd.grad(loss, inputs, allow_unused=True)
    return tuple(torch.zeros(each.shape) if gradient is None else gradient for each, gradient in zip(inputs, found))
