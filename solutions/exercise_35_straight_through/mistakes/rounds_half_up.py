"""Halves are rounded up instead of to the even neighbour

`floor(x + 0.5)` takes 0.5 to 1 and 2.5 to 3. `torch.round` takes a half to the nearer *even* number, 0 and 2:
rounding always in the same direction would shift the mean of many rounded numbers.

The gradient can be made for any step, but the step itself has to be the one that was asked for.
"""


def ste_round(x):
    return x + ((x + 0.5).floor() - x).detach()


def clipped_ste_sign(x):
    clamped = x.clamp(-1, 1)
    return clamped + (x.sign() - clamped).detach()
