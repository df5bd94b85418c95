"""Wrong: align leaves it to reshape, which raises RuntimeError."""
import torch


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"prediction has shape {tuple(prediction.shape)}, target has shape {tuple(target.shape)}")
    return ((prediction - target) ** 2).mean()


def align(prediction, target):
    return target.reshape(prediction.shape)
