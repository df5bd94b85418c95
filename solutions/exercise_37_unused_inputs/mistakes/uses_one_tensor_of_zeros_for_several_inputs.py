"""Several of your zeros are one and the same tensor

You make the zeros once for each shape and hand them out to every input of that shape. Somebody who adds something to
one of these gradients in place changes the others, too.

Zeros cost nothing worth saving here. Each result is to have memory of its own.
"""

import torch


def gradients_or_zeros(loss, inputs):
    found = torch.autograd.grad(loss, inputs, allow_unused=True)
    zeros = {(each.shape, each.dtype): torch.zeros_like(each) for each in inputs}
    return tuple(
        zeros[each.shape, each.dtype] if gradient is None else gradient for each, gradient in zip(inputs, found)
    )
