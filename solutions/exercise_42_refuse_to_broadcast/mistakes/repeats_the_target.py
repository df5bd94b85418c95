"""Your `align` repeats elements of the target

`expand_as` and `broadcast_to` make a tensor of the prediction's shape by broadcasting, which is the very thing to be
refused: a target of one element becomes seven equal ones. And `(7,)` does not become `(7, 1)` in this way, since
missing axes are added on the left.

The aligned target has each element of the target once.
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"prediction is {tuple(prediction.shape)}, but target is {tuple(target.shape)}")
    return ((prediction - target) ** 2).mean()


def align(prediction, target):
    try:
        return target.expand_as(prediction)
    except RuntimeError:
        raise ValueError(f"a target of shape {tuple(target.shape)} does not fit {tuple(prediction.shape)}")
