"""Your loss refuses only what torch cannot broadcast

You turn torch's error into a `ValueError`, and that is fine for shapes that do not go together at all. But the
dangerous ones are those that do: torch raises nothing for `(7, 1)` and `(7,)`, and returns the mean of 49
differences.

You have to ask whether the shapes are the same, not whether the subtraction succeeds.
"""


def mse(prediction, target):
    try:
        return ((prediction - target) ** 2).mean()
    except RuntimeError:
        raise ValueError(f"prediction is {tuple(prediction.shape)}, but target is {tuple(target.shape)}")


def align(prediction, target):
    if without_ones(prediction) != without_ones(target):
        raise ValueError(f"a target of shape {tuple(target.shape)} does not fit {tuple(prediction.shape)}")
    return target.reshape(prediction.shape)


def without_ones(tensor):
    return [size for size in tensor.shape if size != 1]
