"""Wrong: an AssertionError."""
import torch


def mse(prediction, target):
    assert prediction.shape == target.shape, f"{tuple(prediction.shape)} and {tuple(target.shape)}"
    return ((prediction - target) ** 2).mean()


def align(prediction, target):
    if prediction.squeeze().shape != target.squeeze().shape:
        raise ValueError(f"cannot align {tuple(target.shape)} with {tuple(prediction.shape)}")
    return target.reshape(prediction.shape)
