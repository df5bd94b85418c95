"""After your check, the caller's `float64` tensors require grad

`x.double()` makes a new tensor only if there is something to convert. For a tensor that is `float64` already it
returns *that tensor*, and `requires_grad_()` changes it. So the caller's data takes part in every graph from now on.

Conversions in torch copy when they must, not always. Where a tensor of your own is needed, say so.
"""

import torch


def gradient_is_right(fn, inputs):
    own = tuple(x.double().requires_grad_() if x.is_leaf else x.detach().clone().requires_grad_() for x in inputs)
    try:
        return torch.autograd.gradcheck(fn, own)
    except RuntimeError:
        return False
