"""Your loss flattens both tensors

Flattened, seven predictions meet seven targets, whatever their shapes. That is what `align` is for, which does it on
purpose and after a check. Your loss does it for all, also for `(5, 3)` and `(3, 5)`, whose elements do not belong
together.

The loss is to refuse. Who wants other shapes to be brought together has to say so.
"""


def mse(prediction, target):
    if prediction.numel() != target.numel():
        raise ValueError(f"prediction is {tuple(prediction.shape)}, but target is {tuple(target.shape)}")
    return ((prediction.reshape(-1) - target.reshape(-1)) ** 2).mean()


def align(prediction, target):
    if without_ones(prediction) != without_ones(target):
        raise ValueError(f"a target of shape {tuple(target.shape)} does not fit {tuple(prediction.shape)}")
    return target.reshape(prediction.shape)


def without_ones(tensor):
    return [size for size in tensor.shape if size != 1]
