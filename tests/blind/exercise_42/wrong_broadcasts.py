"""Wrong: no check; the shapes are broadcast."""
import torch


def mse(prediction, target):
    return ((prediction - target) ** 2).mean()


def align(prediction, target):
    if prediction.squeeze().shape != target.squeeze().shape:
        raise ValueError(f"cannot align {tuple(target.shape)} with {tuple(prediction.shape)}")
    return target.reshape(prediction.shape)
