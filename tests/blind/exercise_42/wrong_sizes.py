"""Wrong: the message names numbers of entries, not shapes."""
import torch


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"prediction has shape {prediction.numel()}, target has shape {target.numel()}")
    return ((prediction - target) ** 2).mean()


def align(prediction, target):
    if prediction.squeeze().shape != target.squeeze().shape:
        raise ValueError(f"cannot align {tuple(target.shape)} with {prediction.numel()}")
    return target.reshape(prediction.shape)
