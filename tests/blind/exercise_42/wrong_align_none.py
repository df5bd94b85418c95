"""Wrong: align returns None where it cannot."""
import torch


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"prediction has shape {tuple(prediction.shape)}, target has shape {tuple(target.shape)}")
    return ((prediction - target) ** 2).mean()


def align(prediction, target):
    if prediction.squeeze().shape != target.squeeze().shape:
        return None
    return target.reshape(prediction.shape)
