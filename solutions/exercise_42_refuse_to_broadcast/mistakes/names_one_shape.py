"""Your error names only one of the two shapes

That the target has another shape than it should is only half of what happened: the other half is the shape of the
prediction. Which of the two is wrong is not for the loss to know.

Both belong into the message.
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"target must not be of shape {tuple(target.shape)}")
    return ((prediction - target) ** 2).mean()


def align(prediction, target):
    if without_ones(prediction) != without_ones(target):
        raise ValueError(f"a target of shape {tuple(target.shape)} does not fit {tuple(prediction.shape)}")
    return target.reshape(prediction.shape)


def without_ones(tensor):
    return [size for size in tensor.shape if size != 1]
