"""Your loss compares the numbers of elements

`(7, 1)` and `(7,)` have seven elements each, and so they pass. But it is the shapes that decide what torch subtracts
from what, and these two are broadcast to `(7, 7)`.

As many elements is not the same as the same places for them.
"""


def mse(prediction, target):
    if prediction.numel() != target.numel():
        raise ValueError(f"prediction is {tuple(prediction.shape)}, but target is {tuple(target.shape)}")
    return ((prediction - target) ** 2).mean()


def align(prediction, target):
    if without_ones(prediction) != without_ones(target):
        raise ValueError(f"a target of shape {tuple(target.shape)} does not fit {tuple(prediction.shape)}")
    return target.reshape(prediction.shape)


def without_ones(tensor):
    return [size for size in tensor.shape if size != 1]
