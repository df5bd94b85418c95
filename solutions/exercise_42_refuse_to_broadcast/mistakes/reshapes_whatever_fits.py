"""Your `align` reshapes whatever has as many elements

A target of shape `(3, 2)` becomes one of `(2, 3)`, and its elements end up beside predictions that they have nothing
to do with. The numbers of elements agree, and so torch raises nothing.

Axes of size one hold nothing and may come and go. All others have to be the same, in the same order.
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"prediction is {tuple(prediction.shape)}, but target is {tuple(target.shape)}")
    return ((prediction - target) ** 2).mean()


def align(prediction, target):
    if prediction.numel() != target.numel():
        raise ValueError(f"a target of shape {tuple(target.shape)} does not fit {tuple(prediction.shape)}")
    return target.reshape(prediction.shape)
