"""Your `align` changes the dtype of the target

Classes are whole numbers, and a loss such as cross entropy wants them as such. Your result has the dtype of the
prediction.

`align` concerns the shape, and nothing else of the target.
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"prediction is {tuple(prediction.shape)}, but target is {tuple(target.shape)}")
    return ((prediction - target) ** 2).mean()


def align(prediction, target):
    if without_ones(prediction) != without_ones(target):
        raise ValueError(f"a target of shape {tuple(target.shape)} does not fit {tuple(prediction.shape)}")
    return target.reshape(prediction.shape).to(prediction.dtype)


def without_ones(tensor):
    return [size for size in tensor.shape if size != 1]
