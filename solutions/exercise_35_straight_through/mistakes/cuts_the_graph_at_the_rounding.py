"""Your rounded value is off the graph

Nothing leads back from the result to `x`: with `detach()`, `.data` or `no_grad` around the whole, it is a constant,
and a backward pass from it has nowhere to go.

Only that part of the value which is to have no gradient may be cut off. Something has to remain that has one.
"""


def ste_round(x):
    return x.detach().round()


def clipped_ste_sign(x):
    clamped = x.clamp(-1, 1)
    return clamped + (x.sign() - clamped).detach()
