"""Your `align` ignores the order of the axes

The sizes are compared as a set, or sorted, so `(2, 3)` and `(3, 2)` pass. Reshaping one to the other does not
exchange the axes: it cuts the same row of elements in other places, and they end up beside predictions they do not
belong to.

The sizes have to agree one by one, in their order.
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"prediction is {tuple(prediction.shape)}, but target is {tuple(target.shape)}")
    return ((prediction - target) ** 2).mean()


def align(prediction, target):
    if sorted(without_ones(prediction)) != sorted(without_ones(target)):
        raise ValueError(f"a target of shape {tuple(target.shape)} does not fit {tuple(prediction.shape)}")
    return target.reshape(prediction.shape)


def without_ones(tensor):
    return [size for size in tensor.shape if size != 1]
