"""Your loss compares only the sizes of the batches

The first axes agree for `(7, 1)` and `(7,)`, and for `(7, 2)` and `(7, 3)`. What comes after them is not looked at,
and it is there that the trouble begins. And a tensor without any axis has no first one.

Two shapes are the same if all of their sizes are, and there are equally many.
"""


def mse(prediction, target):
    if prediction.shape[:1] != target.shape[:1]:
        raise ValueError(f"prediction is {tuple(prediction.shape)}, but target is {tuple(target.shape)}")
    return ((prediction - target) ** 2).mean()


def align(prediction, target):
    if without_ones(prediction) != without_ones(target):
        raise ValueError(f"a target of shape {tuple(target.shape)} does not fit {tuple(prediction.shape)}")
    return target.reshape(prediction.shape)


def without_ones(tensor):
    return [size for size in tensor.shape if size != 1]
