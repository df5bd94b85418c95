"""The gradient is checked at other inputs than those given

You check at random numbers of the same shape. A backward can be right in one place and wrong in another: on one side
of zero, for large numbers, at a kink. The caller asked about *these* inputs, and got an answer about others.

Besides, the random numbers were drawn from the generator that everything else draws from.
"""

import torch


def gradient_is_right(fn, inputs):
    own = tuple((0.5 + torch.rand(x.shape, dtype=torch.float64)).requires_grad_() for x in inputs)
    try:
        return torch.autograd.gradcheck(fn, own)
    except RuntimeError:
        return False
