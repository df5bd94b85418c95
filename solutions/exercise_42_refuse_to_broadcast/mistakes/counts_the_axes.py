"""Your loss compares the numbers of axes

That stops `(7, 1)` and `(7,)`. But `(7,)` and `(1,)` have one axis each, and `(5, 3)` and `(1, 3)` two, and these are
broadcast just as well.

Two shapes are the same if they have equally many axes *and* all sizes agree.
"""


def mse(prediction, target):
    if prediction.dim() != target.dim():
        raise ValueError(f"prediction is {tuple(prediction.shape)}, but target is {tuple(target.shape)}")
    return ((prediction - target) ** 2).mean()


def align(prediction, target):
    if without_ones(prediction) != without_ones(target):
        raise ValueError(f"a target of shape {tuple(target.shape)} does not fit {tuple(prediction.shape)}")
    return target.reshape(prediction.shape)


def without_ones(tensor):
    return [size for size in tensor.shape if size != 1]
