"""Builds the aligned target axis by axis, with `squeeze` and `unsqueeze`; the error has the shapes as arguments."""

import torch


def mse(prediction, target):
    same = prediction.dim() == target.dim() and all(m == n for m, n in zip(prediction.shape, target.shape))
    if not same:
        raise ValueError("shapes differ", tuple(prediction.shape), tuple(target.shape))
    return torch.square(target - prediction).sum() / max(1, prediction.numel())


def align(prediction, target):
    result = target.squeeze()
    for axis, size in enumerate(prediction.shape):
        if size == 1 and axis <= result.dim():
            result = result.unsqueeze(axis)
    if result.shape != prediction.shape:
        raise ValueError("no alignment")
    return result
