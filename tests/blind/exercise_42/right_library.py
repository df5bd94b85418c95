"""Right: mse_loss behind a check, torch.Size in the message, a subclass of ValueError."""
import torch as t
import torch.nn.functional as F


class ShapeError(ValueError):
    def __init__(self, a: t.Tensor, b: t.Tensor) -> None:
        super().__init__(f"shapes differ: {a.shape} and {b.shape}")


def core(shape) -> list[int]:
    return [n for n in shape if n != 1]


def mse(prediction: t.Tensor, target: t.Tensor) -> t.Tensor:
    if prediction.size() != target.size():
        raise ShapeError(prediction, target)
    return F.mse_loss(prediction, target)


def align(prediction: t.Tensor, target: t.Tensor) -> t.Tensor:
    if core(prediction.shape) != core(target.shape):
        raise ShapeError(prediction, target)
    return target.view_as(prediction) if target.is_contiguous() else target.contiguous().view_as(prediction)
