"""Your `align` knows only one way in which shapes differ

`(7,)` becomes `(7, 1)`, the usual case. But the axis of size one can also be the target's, stand in front or in the
middle, and there can be several of them.

Compare what is left of both shapes without the ones. If that agrees, the prediction's shape says all the rest.
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"prediction is {tuple(prediction.shape)}, but target is {tuple(target.shape)}")
    return ((prediction - target) ** 2).mean()


def align(prediction, target):
    if prediction.shape == target.shape:
        return target
    if prediction.shape != (*target.shape, 1):
        raise ValueError(f"a target of shape {tuple(target.shape)} does not fit {tuple(prediction.shape)}")
    return target.unsqueeze(-1)
