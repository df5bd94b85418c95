"""Your loss refuses with an `AssertionError`

`assert` states what the author of a program is sure of, and Python leaves assertions out when it runs with `-O`. A
wrong argument is something else: it comes from the caller, and the check has to be made always.

An argument with a value that does not fit is a `ValueError`, and callers can catch just that.
"""


def mse(prediction, target):
    assert prediction.shape == target.shape, f"{tuple(prediction.shape)} and {tuple(target.shape)}"
    return ((prediction - target) ** 2).mean()


def align(prediction, target):
    if without_ones(prediction) != without_ones(target):
        raise ValueError(f"a target of shape {tuple(target.shape)} does not fit {tuple(prediction.shape)}")
    return target.reshape(prediction.shape)


def without_ones(tensor):
    return [size for size in tensor.shape if size != 1]
