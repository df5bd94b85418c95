"""Your loss lets torch broadcast

Nothing compares the shapes, so torch brings them together wherever it can. A prediction of shape `(7, 1)` and a
target of `(7,)` make 49 differences, and the mean of them is what you return. Where torch cannot, its own
`RuntimeError` comes up.

A wrong loss that is still a number is worse than an error. Look at the shapes before you subtract.
"""


def mse(prediction, target):
    return ((prediction - target) ** 2).mean()


def align(prediction, target):
    if without_ones(prediction) != without_ones(target):
        raise ValueError(f"a target of shape {tuple(target.shape)} does not fit {tuple(prediction.shape)}")
    return target.reshape(prediction.shape)


def without_ones(tensor):
    return [size for size in tensor.shape if size != 1]
