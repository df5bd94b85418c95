"""Your `align` drops axes and does not add any

The axes of size one are dropped from the target, and that is what you return. The prediction may have such axes as
well, and the result does not have its shape.

Dropping the ones on both sides serves the comparison. What is returned has the shape of the prediction.
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"prediction is {tuple(prediction.shape)}, but target is {tuple(target.shape)}")
    return ((prediction - target) ** 2).mean()


def align(prediction, target):
    if without_ones(prediction) != without_ones(target):
        raise ValueError(f"a target of shape {tuple(target.shape)} does not fit {tuple(prediction.shape)}")
    return target.squeeze()


def without_ones(tensor):
    return [size for size in tensor.shape if size != 1]
