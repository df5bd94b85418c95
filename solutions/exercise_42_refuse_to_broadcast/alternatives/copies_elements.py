"""Copies the elements of the target into a new tensor; an assertion becomes a ValueError."""

import torch


def mse(prediction, target):
    try:
        assert prediction.shape == target.shape
    except AssertionError:
        sizes = "x".join(map(str, prediction.shape)), "x".join(map(str, target.shape))
        raise ValueError("prediction has shape %s and target has shape %s" % sizes) from None
    return (prediction - target).pow(2).mean()


def align(prediction, target):
    if list(filter(lambda n: n > 1, prediction.shape)) != list(filter(lambda n: n > 1, target.shape)):
        raise ValueError
    result = torch.empty(prediction.shape, dtype=target.dtype)
    result.view(-1)[:] = target.flatten()
    return result
