"""The gradient of the sign passes everywhere

Your sign has the gradient of `x` itself, without end. So `x` may run off to any size, though beyond 1 that no longer
changes anything; and to come back takes as long.

The clipping is in the name of the function. It is decided by `x`, not by its sign, which is never beyond 1.
"""


def ste_round(x):
    return x + (x.round() - x).detach()


def clipped_ste_sign(x):
    return x + (x.sign() - x).detach()
