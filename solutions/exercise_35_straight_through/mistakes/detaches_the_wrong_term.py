"""Your gradient is the identity with the wrong sign

The values are right. But you detach the `x` that should carry the gradient, and leave the one that is subtracted. So
what comes back is the gradient of `-x`.

In a sum of three terms whose values cancel, the gradients are decided by which of them are detached. Write the slope
below each term.
"""


def ste_round(x):
    return x.detach() + (x.round() - x)


def clipped_ste_sign(x):
    clamped = x.clamp(-1, 1)
    return clamped + (x.sign() - clamped).detach()
