"""An error in the check counts as a right gradient

Your function answers True when the check raises. But raising is how `gradcheck` and torch say that something is
wrong, so the answer is True whatever the gradient is.

Before an error is caught, it is good to know what it wanted to say.
"""

import torch


def gradient_is_right(fn, inputs):
    own = tuple(x.detach().to(torch.float64, copy=True).requires_grad_() for x in inputs)
    try:
        torch.autograd.gradcheck(fn, own)
    except RuntimeError:
        pass
    return True
