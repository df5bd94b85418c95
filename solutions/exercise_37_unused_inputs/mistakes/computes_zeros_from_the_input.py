"""Your zeros are computed from the input

`0 * x` is recorded, as every operation on a tensor that requires grad: your zeros have a graph, and require grad. And
they are not always zeros, since 0 times infinity is NaN.

What you need from the input is its shape and its dtype, not its values.
"""

import torch


def gradients_or_zeros(loss, inputs):
    found = torch.autograd.grad(loss, inputs, allow_unused=True)
    return tuple(0 * each if gradient is None else gradient for each, gradient in zip(inputs, found))
