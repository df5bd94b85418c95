"""The differences are taken in the precision of the inputs

In `float64` your answers are right. In `float32` there are seven digits, and `f(x + eps)` and `f(x - eps)` agree in
nearly all of them: what is left of their difference is rounding. Right gradients look wrong, then. In 16 bits `x +
eps` is often `x` itself.

The dtype in which a tensor comes is not the one in which it has to be checked.
"""

import torch


def gradient_is_right(fn, inputs):
    own = tuple(x.detach().clone().requires_grad_() for x in inputs)
    try:
        return torch.autograd.gradcheck(fn, own)
    except RuntimeError:
        return False
