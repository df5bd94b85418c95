"""The library's loss behind the check; `squeeze` drops the axes of size one, and `view_as` brings them back."""

import torch.nn.functional as F


def mse(prediction, target):
    if prediction.size() != target.size():
        raise ValueError(f"shapes differ: {prediction.size()} and {target.size()}")
    return F.mse_loss(prediction, target)


def align(prediction, target):
    if target.squeeze().shape != prediction.squeeze().shape:
        raise ValueError("cannot align " + str(target.shape) + " with " + str(prediction.shape))
    return target.squeeze().view_as(prediction)
