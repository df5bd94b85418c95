"""Your error names the numbers of elements instead of the shapes

Two tensors of shape `(5, 3)` and `(3, 5)` both have 15 elements, so that a message with these numbers says nothing.
Nor do the numbers of axes.

What differs is the shapes, with all their sizes, so it is these that have to be in the message.
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"prediction has {prediction.numel()} elements, target {target.numel()}")
    return ((prediction - target) ** 2).mean()


def align(prediction, target):
    if without_ones(prediction) != without_ones(target):
        raise ValueError(f"a target of shape {tuple(target.shape)} does not fit {tuple(prediction.shape)}")
    return target.reshape(prediction.shape)


def without_ones(tensor):
    return [size for size in tensor.shape if size != 1]
