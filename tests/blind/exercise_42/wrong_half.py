"""Wrong: half of the mean."""
import torch


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"prediction has shape {tuple(prediction.shape)}, target has shape {tuple(target.shape)}")
    return 0.5 * ((prediction - target) ** 2).mean()


def align(prediction, target):
    if prediction.squeeze().shape != target.squeeze().shape:
        raise ValueError(f"cannot align {tuple(target.shape)} with {tuple(prediction.shape)}")
    return target.reshape(prediction.shape)
