"""Your answer is False even where the gradient is right

Whatever `fn` is, your function says that its gradient is wrong. It may be that the check never gets to compare
anything, since an error on the way there is taken for a wrong gradient; what `except` catches, nobody sees.

Call the check once without catching anything, with a function whose gradient you trust, and read what it says.
"""

import torch


def gradient_is_right(fn, inputs):
    own = tuple(x.detach().to(torch.float64, copy=True) for x in inputs)
    try:
        return torch.autograd.gradcheck(fn, own)
    except Exception:
        return False
