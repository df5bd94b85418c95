"""Compares the shapes before anything is computed; without the ones, for `align`."""

from torch import Tensor


def mse(prediction: Tensor, target: Tensor) -> Tensor:
    """Return the mean squared error of two tensors of one shape; a ValueError names the shapes where they differ."""
    if prediction.shape != target.shape:
        raise ValueError(f"prediction is {tuple(prediction.shape)}, but target is {tuple(target.shape)}")
    return ((prediction - target) ** 2).mean()


def align(prediction: Tensor, target: Tensor) -> Tensor:
    """Return the target in the prediction's shape, if the two differ by axes of size one at most."""
    if _without_ones(prediction) != _without_ones(target):
        raise ValueError(f"a target of shape {tuple(target.shape)} does not fit {tuple(prediction.shape)}")
    return target.reshape(prediction.shape)


def _without_ones(tensor: Tensor) -> list[int]:
    return [size for size in tensor.shape if size != 1]
