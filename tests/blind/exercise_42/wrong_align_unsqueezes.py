"""Wrong: align knows only (n,) for (n, 1)."""
import torch


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"prediction has shape {tuple(prediction.shape)}, target has shape {tuple(target.shape)}")
    return ((prediction - target) ** 2).mean()


def align(prediction, target):
    if target.shape != prediction.shape and (*target.shape, 1) != tuple(prediction.shape):
        raise ValueError(f"cannot align {tuple(target.shape)} with {tuple(prediction.shape)}")
    return target.reshape(prediction.shape)
