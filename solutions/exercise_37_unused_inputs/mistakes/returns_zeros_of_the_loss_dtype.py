"""Your zeros have the dtype of the loss

Where all tensors are of one dtype this goes unnoticed. But an input may be `float32` and the loss `float64`, if
something was converted on the way. A gradient that is computed arrives in the dtype of its input, and so should one
that is not.
"""

import torch


def gradients_or_zeros(loss, inputs):
    found = torch.autograd.grad(loss, inputs, allow_unused=True)
    return tuple(loss.new_zeros(each.shape) if gradient is None else gradient for each, gradient in zip(inputs, found))
