"""Right: align gives a copy; mse as a sum over entries divided by their number."""
import torch


def mse(prediction, target):
    match = prediction.shape == target.shape
    if not match:
        message = " ".join(map(str, (prediction.shape, target.shape)))
        raise ValueError(message)
    return (prediction - target).pow(2).sum().div(prediction.numel())


def align(prediction, target):
    wanted = prediction.shape
    if [*prediction.squeeze().size()] == [*target.squeeze().size()]:
        return target.clone().reshape(*wanted) if wanted else target.clone().reshape(())
    raise ValueError("no")
