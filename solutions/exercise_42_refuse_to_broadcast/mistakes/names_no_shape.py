"""Your error does not say which shapes it has met

"Shapes differ" is true, and whoever reads it has to start a debugger to learn more. The two shapes are at hand where
the error is raised, and they nearly always show what is wrong.

An error says what was found, and what was expected.
"""


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError("prediction and target differ in shape")
    return ((prediction - target) ** 2).mean()


def align(prediction, target):
    if without_ones(prediction) != without_ones(target):
        raise ValueError(f"a target of shape {tuple(target.shape)} does not fit {tuple(prediction.shape)}")
    return target.reshape(prediction.shape)


def without_ones(tensor):
    return [size for size in tensor.shape if size != 1]
