"""Wrong: divided by the batch size alone."""
import torch


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"prediction has shape {tuple(prediction.shape)}, target has shape {tuple(target.shape)}")
    return ((prediction - target) ** 2).sum() / len(prediction)


def align(prediction, target):
    if prediction.squeeze().shape != target.squeeze().shape:
        raise ValueError(f"cannot align {tuple(target.shape)} with {tuple(prediction.shape)}")
    return target.reshape(prediction.shape)
